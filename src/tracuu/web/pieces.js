// What every tab does alike: a piece of HTML is fetched and shown, a refusal or a fault becomes one sentence in its
// place, and who listens is told. The server escapes every text in the pieces that it sends. Scripts have no words of
// their own: the page carries them as JSON.
"use strict";
(() => {
  const WORDS = JSON.parse(document.getElementById("tc-words").textContent);

  // The words of that name with what stands in braces filled in.
  const say = (name, values = {}) => WORDS[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const LOST = say("lost");
  const running = new Map();

  // One region for all tabs: a screen reader reads what is put there.
  function announce(text) {
    let live = document.getElementById("tc-live");
    if (!live) {
      live = document.createElement("div");
      live.id = "tc-live";
      live.className = "tc-offscreen";
      live.setAttribute("role", "status");
      document.body.append(live);
    }
    live.textContent = text;
  }

  // Fill `target` with the piece at `address`; what was asked for there before is given up. False when given up itself.
  async function fill(target, address, options = {}, words = "") {
    running.get(target.id)?.abort();
    const abort = new AbortController();
    running.set(target.id, abort);
    const stop = waiting(target, words);
    try {
      const reply = await fetch(address, { credentials: "same-origin", signal: abort.signal, ...options });
      if (reply.ok) target.innerHTML = await reply.text();
      else refuse(target, await reason(reply));
    } catch (error) {
      if (error.name === "AbortError") return false;
      refuse(target, LOST);
    } finally {
      stop();
      if (running.get(target.id) === abort) target.removeAttribute("aria-busy");
    }
    announce(target.querySelector("h2, h3, .tc-why")?.textContent ?? "");
    return true;
  }

  // Show nothing in `target`, nor what is still on its way there.
  function empty(target) {
    running.get(target.id)?.abort();
    target.replaceChildren();
  }

  async function reason(reply) {
    try {
      return (await reply.json()).error ?? LOST;
    } catch {
      return LOST;
    }
  }

  function refuse(target, sentence) {
    const box = document.createElement("section");
    box.className = "tc-answer tc-abstain";
    box.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.className = "tc-why";
    words.textContent = sentence;
    box.append(words);
    target.replaceChildren(box);
  }

  // Says at once that work goes on, and for how long when it takes over a second; without words nothing is said.
  function waiting(target, words) {
    target.setAttribute("aria-busy", "true");
    if (!words) return () => {};
    const note = document.createElement("p");
    note.className = "tc-working";
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", say("working"));
    const said = document.createElement("span");
    said.textContent = words;
    note.append(bar, " ", said);
    target.before(note);
    const started = performance.now();
    const clock = setInterval(() => {
      said.textContent = say("workingFor", { words, seconds: Math.round((performance.now() - started) / 1000) });
    }, 1000);
    return () => {
      clearInterval(clock);
      note.remove();
    };
  }

  const hasTab = (id) => Object.hasOwn(WORDS, "tab " + id);

  // The button of a tab. Those for which there is no room stand in a menu, where Gradio gives them their title alone.
  function tabButton(id) {
    const beside = document.querySelector(`#tc-tabs [role=tab][data-tab-id="${CSS.escape(id)}"]`);
    if (beside || !hasTab(id)) return beside;
    return [...document.querySelectorAll("#tc-tabs .overflow-dropdown button")].find((one) => one.textContent.trim() === say("tab " + id));
  }

  // A file that was made is saved under a name.
  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  window.tracuuPieces = { LOST, announce, empty, fill, hasTab, reason, refuse, say, tabButton, waiting, save };
})();
