// What the page does without asking the server for an answer: the address, history, copying, the list of documents.
"use strict";
(() => {
  const reader = window.tracuuReader;
  const sitting = window.tracuuSitting;
  const { announce, hasTab, say, tabButton } = window.tracuuPieces;
  const byId = (id) => document.getElementById(id);
  const TITLE = say("title");
  // What an address says, in this order: what was asked, what is open, which tab is in front.
  const ASKED = ["q", "kind", "issuer", "place", "from", "to", "find"];
  const OPENED = ["doc", "start", "end"];
  const FIRST_TAB = "hoi-dap";
  // A wait is told after this long, and said to be unusual after this long (milliseconds).
  const NOTICED = 400;
  const LONG = 6000;

  // --- The address follows what is shown, so that it can be kept, sent, and gone back to -----------

  function part(names, query) {
    const all = new URLSearchParams(query);
    const some = new URLSearchParams();
    for (const name of names) if (all.get(name)) some.set(name, all.get(name));
    return some.toString();
  }

  const askedNow = () => part(ASKED, location.search);

  function write(changes, { push }) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const address = query.toString();
    if (address === new URLSearchParams(location.search).toString()) return;
    history[push ? "pushState" : "replaceState"](null, "", location.pathname + (address ? "?" + address : ""));
  }

  const values = (names, query) => Object.fromEntries(names.map((name) => [name, new URLSearchParams(query).get(name)]));

  function openPlace(link, { push, focus = true, from = null }) {
    const query = part(OPENED, link.slice(link.indexOf("?")));
    write(values(OPENED, query), { push });
    reader.open(query, { focus, from });
  }

  function closePlace({ push, focus = true }) {
    write(values(OPENED, ""), { push });
    reader.close({ focus });
  }

  // Bring the page to what the address says.
  function follow() {
    const asked = askedNow();
    if (asked !== shownAsked) restore(asked);
    const opened = part(OPENED, location.search);
    if (opened !== reader.shown()) {
      if (opened) reader.open(opened, { focus: false });
      else reader.close({ focus: false });
    }
    chooseTab(tabAsked());
  }

  function restore(asked) {
    const box = document.querySelector("#tc-wanted textarea, #tc-wanted input");
    if (!box) return;
    restoring = true;
    busy();
    userAsked = false;
    box.value = asked;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    // Gradio takes the value over before the next frame.
    setTimeout(() => byId("tc-restore")?.click(), 30);
    if (!asked) cleared();
  }

  // --- Tabs ---------------------------------------------------------------------------------------

  const tabs = () => [...document.querySelectorAll("#tc-tabs [role=tab][data-tab-id]")];
  const tabAsked = () => {
    const asked = new URLSearchParams(location.search).get("tab") ?? FIRST_TAB;
    return hasTab(asked) ? asked : FIRST_TAB;
  };
  // A tab is pressed again after this long (milliseconds) while it is not in front, for half a minute at most: a busy
  // machine may need as long to build the page.
  const PRESSED_AGAIN = 300;
  const MOST_PRESSES = 100;
  let tab = ""; // the one that is meant to be in front
  let choosing = null; // the next press of it, while it is not in front yet
  let pressing = false; // by this script just now
  let clicked = false; // by a person, or by a button of the page: then another in front is meant

  // Bring a tab to the front. Gradio may move it behind “…” meanwhile, or take its own first one while it builds.
  function chooseTab(id) {
    tab = id;
    clicked = false;
    document.body.dataset.tab = id;
    retitle();
    press(MOST_PRESSES);
  }

  function press(times) {
    clearTimeout(choosing);
    const button = tabButton(tab);
    if (button?.matches("[aria-selected=true], .selected")) return;
    pressing = true;
    button?.click();
    pressing = false;
    if (times > 1) choosing = setTimeout(press, PRESSED_AGAIN, times - 1);
  }

  function tabChanged() {
    const now = tabs().find((one) => one.getAttribute("aria-selected") === "true")?.dataset.tabId;
    if (!now || now === tab) return; // none: it is about to come out from behind “…”
    if (!clicked) return press(MOST_PRESSES);
    clicked = false;
    tab = now;
    document.body.dataset.tab = now;
    write({ tab: now === FIRST_TAB ? null : now }, { push: true });
    retitle();
  }

  // The title says the question, or which tab is in front.
  let titled = "";
  function retitle(question = titled) {
    titled = question;
    const front = tab && tab !== FIRST_TAB ? say("tab " + tab) : titled.slice(0, 80);
    const title = front ? `${front} – ${TITLE}` : TITLE;
    if (document.title !== title) document.title = title;
  }

  // --- Waiting ------------------------------------------------------------------------------------

  let timers = [];

  function busy(button = null) {
    userAsked = true;
    pressed = button;
    const place = byId("tc-results");
    if (!place) return;
    byId("tc-problem")?.remove();
    ready();
    place.setAttribute("aria-busy", "true");
    timers = [
      setTimeout(() => { place.classList.add("tc-waiting"); place.dataset.waiting = say("searching"); }, NOTICED),
      setTimeout(() => announce(say("searching")), 2 * NOTICED),
      setTimeout(() => { place.dataset.waiting = say("stillSearching"); announce(say("stillSearching")); }, LONG),
    ];
  }

  function ready() {
    timers.forEach(clearTimeout);
    byId("tc-results")?.classList.remove("tc-waiting");
    byId("tc-results")?.removeAttribute("aria-busy");
  }

  // Gradio's own requests: when one is lost, say so where its answer would stand (Gradio's own note is English).
  const send = window.fetch;
  window.fetch = async (...request) => {
    const asks = String(request[0]?.url ?? request[0]).includes("/gradio_api/run/predict");
    try {
      const reply = await send(...request);
      if (asks && !reply.ok) lost();
      return reply;
    } catch (error) {
      if (asks) lost();
      throw error;
    }
  };

  function lost() {
    const asking = byId("tc-results")?.getAttribute("aria-busy") === "true";
    // Gradio loads the page anew when the server is back: the address then asks what was lost.
    if (asking && userAsked) write({ ...wanted(), ...values(OPENED, "") }, { push: true });
    ready();
    restoring = userAsked = false;
    byId("tc-problem")?.remove();
    const card = make("section", "tc-answer tc-abstain");
    card.id = "tc-problem";
    card.setAttribute("role", "alert");
    const why = say(asking ? "questionLost" : "actionLost");
    card.append(make("h2", "", say("connectionLost")), make("p", "", why));
    if (asking) byId("tc-results").before(card);
    else byId("tc-left")?.prepend(card);
  }

  // What a person asked for just now, as the address says it.
  let pressed = null;
  function wanted() {
    const scope = [...document.querySelectorAll("#tc-scope input")].map((field) => (field.value === say("any") ? "" : field.value));
    const question = pressed?.matches("#tc-examples button") ? pressed.textContent.trim() : document.querySelector("#tc-question textarea, #tc-question input").value;
    return {
      ...Object.fromEntries(ASKED.slice(1, 6).map((name, number) => [name, scope[number]])),
      q: question,
      find: pressed?.id === "tc-find" ? "1" : "",
    };
  }

  // --- Results ------------------------------------------------------------------------------------

  let lastTurn = null;
  let shownAsked = ""; // what the result shown was asked with
  let userAsked = false; // by a person just now, not by the address
  let restoring = false;

  function arrived(result) {
    lastTurn = result.dataset.turn;
    ready();
    document.body.classList.add("tc-answered");
    shownAsked = part(ASKED, result.dataset.link);
    const asked = result.dataset.question;
    retitle(asked);
    announce([...result.querySelectorAll("h2, .tc-value, .tc-why")].slice(0, 2).map((node) => node.textContent).join(". "));
    if (shownAsked) sitting.keep(shownAsked, asked, words(result));
    const first = result.querySelector(".tc-answer a[data-reader], .tc-cards a[data-reader]")?.getAttribute("href");
    const answered = result.dataset.answered === "1" && first;
    if (userAsked) {
      write({ ...values(ASKED, shownAsked), ...values(OPENED, "") }, { push: shownAsked !== askedNow() });
      if (answered && reader.isWide()) openPlace(first, { push: false, focus: false });
      else if (reader.shown()) reader.close({ focus: false }); // what is open belongs to the question before
    } else if (!restoring && answered && reader.isWide() && !part(OPENED, location.search)) {
      openPlace(first, { push: false, focus: false });
    }
    userAsked = restoring = false;
  }

  // The answer in a line, for the list of what was asked.
  function words(result) {
    const found = [".tc-value", ".tc-items li", "h2"].map((css) => result.querySelector(css)).find(Boolean);
    return found?.textContent ?? "";
  }

  function cleared() {
    ready();
    shownAsked = "";
    restoring = false;
    retitle("");
    document.body.classList.remove("tc-answered");
    sitting.show();
  }

  function make(tag, css, words) {
    const node = document.createElement(tag);
    if (css) node.className = css;
    if (words) node.textContent = words;
    return node;
  }

  // --- Asking again -------------------------------------------------------------------------------

  function askAgain(link) {
    write({ ...values(ASKED, link), ...values(OPENED, "") }, { push: true });
    follow();
  }

  // --- Copying ------------------------------------------------------------------------------------

  async function copy(button, text) {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = copyBySelection(text);
    }
    button.focus();
    const title = button.dataset.title ?? (button.dataset.title = button.textContent);
    button.textContent = say(done ? "copied" : "notCopied");
    announce(button.textContent);
    setTimeout(() => { button.textContent = title; }, 2000);
  }

  function copyBySelection(text) {
    const area = make("textarea", "tc-offscreen");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  // --- The list of documents ------------------------------------------------------------------------

  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  // All entries that hold what was typed as it stands; when none does, those that hold each of its words. Both
  // count from the beginning of a word, so that "ha tinh" is not found in "nha tinh".
  function narrow(typed) {
    const entries = [...document.querySelectorAll(".tc-entry")];
    const words = bare(typed).split(/\s+/).filter(Boolean);
    const holds = (entry, part) => ` ${entry.dataset.search}`.replace(/[^\p{L}\p{N}]/gu, " $&").includes(` ${part}`);
    const spaced = (part) => part.replace(/[^\p{L}\p{N} ]/gu, " $&").trim();
    let found = entries.filter((entry) => holds(entry, spaced(words.join(" "))));
    if (!found.length) found = entries.filter((entry) => words.every((word) => holds(entry, spaced(word))));
    for (const entry of entries) entry.hidden = words.length > 0 && !found.includes(entry);
    byId("tc-list-none").hidden = !words.length || found.length > 0;
    const count = byId("tc-list-count");
    count.textContent = words.length ? say("documentsMatching", { found: found.length, all: entries.length }) : count.dataset.all;
  }

  // --- Events -------------------------------------------------------------------------------------

  const ACTIONS = {
    "[data-reader]": (hit) => openPlace(hit.getAttribute("href"), { push: true, from: hit }),
    "[data-copy]": (hit) => copy(hit, hit.dataset.copy),
    "[data-copy-link]": (hit) => copy(hit, location.origin + location.pathname + hit.dataset.copyLink),
    "[data-close-reader]": () => closePlace({ push: true }),
    "[data-again]": (hit) => askAgain(hit.dataset.again),
    "[data-forget]": () => sitting.forget(),
    "[data-everywhere]": () => askAgain(part(["q", "find"], shownAsked)),
    "[data-skip]": () => [...document.querySelectorAll("#tc-tabs [role=tabpanel] :is(textarea, input)")].find((box) => box.checkVisibility())?.focus(),
  };

  // Before Gradio moves what was clicked to another place.
  document.addEventListener("click", (event) => {
    if (pressing || !event.target.closest("#tc-tabs :is([role=tab], .overflow-dropdown button)")) return;
    clearTimeout(choosing);
    clicked = true;
  }, { capture: true });

  document.addEventListener("click", (event) => {
    const asks = event.target.closest("#tc-go, #tc-find, #tc-examples button");
    if (asks) busy(asks);
    const hit = event.target.closest(Object.keys(ACTIONS).join(", "));
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (hit.matches("a")) event.preventDefault();
    ACTIONS[Object.keys(ACTIONS).find((selector) => hit.matches(selector))](hit);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.closest?.("#tc-question")) busy();
    if (event.key === "Escape" && event.target.closest?.("#tc-reader") && reader.shown()) closePlace({ push: true });
  });

  document.addEventListener("input", (event) => {
    if (event.target.id === "tc-list-search") narrow(event.target.value);
  });
  window.addEventListener("popstate", follow);

  // Gradio builds the page and fills it later: watch for what arrives.
  let started = false;
  function start() {
    if (started || !tabs().length || !document.querySelector("#tc-reader .tc-reader")) return;
    started = true;
    if (clicked) tab = tabAsked(); // somebody was faster than the page: the change is written below
    else chooseTab(tabAsked());
    const opened = part(OPENED, location.search);
    if (opened) reader.open(opened, { focus: false });
    sitting.show();
  }

  function look() {
    if (document.documentElement.lang !== "vi") document.documentElement.lang = "vi";
    document.querySelector('[aria-label="More tabs"]')?.setAttribute("aria-label", say("moreTabs"));
    start();
    if (started) tabChanged();
    if (byId("tc-history")?.childElementCount === 0) sitting.show();
    const result = document.querySelector("#tc-results .tc-result");
    if (result && result.dataset.turn !== lastTurn) arrived(result);
  }
  new MutationObserver(look).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-turn", "lang", "aria-selected"],
  });
  look(); // on a slow line this script may come when all the rest stands already
})();
