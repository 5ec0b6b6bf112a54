// What the page does without asking the server for an answer: open documents, copy, keep the address.
"use strict";
(() => {
  const WIDE = window.matchMedia("(min-width: 1200px)");
  const byId = (id) => document.getElementById(id);
  const pane = () => document.querySelector("#tc-reader .tc-reader")?.parentElement;
  let opener = null;
  let lastTurn = null;

  // --- The reader -------------------------------------------------------------------------------

  const LOST = '<div class="tc-reader" role="alert"><h2>Không mở được văn bản</h2><p>Mất kết nối với máy chủ; đề nghị thử lại.</p></div>';

  // Fill the pane with what the server renders; the server escapes every text in it.
  async function fill(query) {
    const target = pane();
    if (!target) return null;
    try {
      const reply = await fetch("reader?" + query, { credentials: "same-origin" });
      target.innerHTML = reply.ok ? await reply.text() : LOST;
    } catch {
      target.innerHTML = LOST;
    }
    return target;
  }

  async function openReader(link, { focus = true } = {}) {
    const wanted = new URLSearchParams(link.slice(link.indexOf("?")));
    const target = await fill(wanted);
    if (!target) return;
    document.body.classList.add("tc-reading");
    remember({ doc: wanted.get("doc"), start: wanted.get("start"), end: wanted.get("end") });
    showPlace();
    if (focus) target.querySelector("h2")?.focus({ preventScroll: true });
  }

  function showPlace(anchor = "trich") {
    const text = document.querySelector("#tc-reader .tc-text");
    const place = byId(anchor);
    if (!text || !place) {
      if (!WIDE.matches) byId("tc-reader")?.scrollIntoView();
      return;
    }
    if (text.scrollHeight > text.clientHeight + 4) {
      const top = place.getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTop += top - text.clientHeight / 5;
      if (!WIDE.matches) byId("tc-reader").scrollIntoView();
    } else {
      place.scrollIntoView({ block: "center" });
    }
  }

  async function closeReader({ focus = true } = {}) {
    await fill("");
    document.body.classList.remove("tc-reading");
    remember({ doc: null, start: null, end: null });
    if (focus && opener?.isConnected) opener.focus();
  }

  // --- The address follows what is shown, so that it can be kept and sent ------------------------

  function remember(values) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === "") query.delete(name);
      else query.set(name, value);
    }
    const text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  // --- Copying ----------------------------------------------------------------------------------

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
    button.textContent = done ? "Đã chép" : "Không chép được";
    announce(button.textContent);
    setTimeout(() => { button.textContent = title; }, 2000);
  }

  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "tc-offscreen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function announce(text) {
    let live = byId("tc-live");
    if (!live) {
      live = document.createElement("div");
      live.id = "tc-live";
      live.className = "tc-offscreen";
      live.setAttribute("role", "status");
      document.body.append(live);
    }
    live.textContent = text;
  }

  // --- Results ----------------------------------------------------------------------------------

  function busy() {
    byId("tc-results")?.setAttribute("aria-busy", "true");
  }

  function arrived(result) {
    lastTurn = result.dataset.turn;
    byId("tc-results").removeAttribute("aria-busy");
    document.body.classList.add("tc-answered");
    const asked = result.dataset.question;
    if (asked) remember({ q: asked });
    announce(result.querySelector("h2")?.textContent + ". " + (result.querySelector(".tc-value, .tc-why")?.textContent ?? ""));
    const first = result.querySelector(".tc-cards .tc-actions a[data-reader]");
    if (linked) {
      linked = false; // the address named a document: that one stays
    } else if (WIDE.matches && result.dataset.answered === "1" && first) {
      openReader(first.getAttribute("href"), { focus: false });
    } else if (document.body.classList.contains("tc-reading")) {
      closeReader({ focus: false }); // what is open belongs to the question before
    }
  }

  // A deep link that names a document shows that one, not the first citation.
  const address = new URLSearchParams(location.search);
  let linked = address.has("doc") && address.has("q");
  let toShow = address.has("doc");

  // --- Events -----------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-reader], [data-copy], [data-copy-link], [data-jump], [data-close-reader], [data-skip]");
    if (event.target.closest("#tc-go, #tc-find, #tc-examples button")) busy();
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (hit.matches("a")) event.preventDefault();
    if (hit.matches("[data-reader]")) { opener = hit; openReader(hit.getAttribute("href")); }
    else if (hit.matches("[data-copy]")) copy(hit, hit.dataset.copy);
    else if (hit.matches("[data-copy-link]")) copy(hit, location.origin + location.pathname + hit.dataset.copyLink);
    else if (hit.matches("[data-jump]")) { showPlace(hit.dataset.jump); document.querySelector("#tc-reader .tc-text")?.focus({ preventScroll: true }); }
    else if (hit.matches("[data-close-reader]")) closeReader();
    else document.querySelector("#tc-question textarea, #tc-question input")?.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target.closest?.("#tc-question")) busy();
    if (event.key === "Escape" && document.body.classList.contains("tc-reading") && event.target.closest?.("#tc-reader")) closeReader();
  });

  // Gradio builds the page and fills it later: watch for what arrives.
  const watcher = new MutationObserver(() => {
    if (document.documentElement.lang !== "vi") document.documentElement.lang = "vi";
    document.querySelector('[aria-label="More tabs"]')?.setAttribute("aria-label", "Mục khác");
    const result = document.querySelector("#tc-results .tc-result");
    if (result && result.dataset.turn !== lastTurn) arrived(result);
    const shown = document.querySelector("#tc-reader .tc-reader:not(.tc-reader-empty)");
    if (shown && toShow) {
      toShow = false;
      document.body.classList.add("tc-reading");
      requestAnimationFrame(() => showPlace());
    }
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-turn", "lang", "data-doc"] });
})();
