// The open document: filled in, scrolled to its place, widened, closed. What the address says is page.js's matter.
"use strict";
(() => {
  const WIDE = window.matchMedia("(min-width: 1200px)");
  // Nobody needs to be told of a wait shorter than this (milliseconds).
  const NOTICED = 400;
  const { say } = window.tracuuPieces;
  const LOST =
    `<div class="tc-reader" role="alert"><header><div class="tc-reader-bar"><h2 tabindex="-1">${say("documentLost")}</h2>` +
    `<button type="button" class="tc-button tc-button-quiet" data-close-reader>${say("close")}</button></div></header>` +
    `<p>${say("documentLostWhy")}</p></div>`;
  const byId = (id) => document.getElementById(id);
  const reader = () => document.querySelector("#tc-reader .tc-reader");
  const text = () => document.querySelector("#tc-reader .tc-text");

  let opener = null; // what was focused when the reader was opened
  let turn = 0; // of answers that arrive out of order only the last counts
  let shown = ""; // the query of the document that is open, "" for none
  let outline = []; // [the jump, its place], in order of the text

  // Fill the pane with what the server renders; the server escapes every text in it.
  async function fill(query) {
    const pane = reader()?.parentElement;
    if (!pane) return false;
    const mine = ++turn;
    const wait = setTimeout(() => byId("tc-reader").setAttribute("aria-busy", "true"), NOTICED);
    let html = LOST;
    try {
      const reply = await fetch("reader?" + query, { credentials: "same-origin" });
      if (reply.ok || reply.status === 404) html = await reply.text();
    } catch {
      // LOST says so.
    }
    clearTimeout(wait);
    if (mine !== turn) return false;
    byId("tc-reader").removeAttribute("aria-busy");
    pane.innerHTML = html;
    return true;
  }

  async function open(query, { focus = true, from = null } = {}) {
    shown = query;
    opener = from ?? opener;
    setReading(true);
    if (!(await fill(query))) return;
    outline = [...document.querySelectorAll("#tc-outline [data-jump]")].map((jump) => [jump, byId(jump.dataset.jump)]);
    text()?.addEventListener("scroll", follow, { passive: true });
    setWide(document.body.classList.contains("tc-wide"));
    showPlace();
    follow();
    if (focus) reader()?.querySelector("h2")?.focus({ preventScroll: true });
  }

  function close({ focus = true } = {}) {
    turn += 1;
    shown = "";
    const pane = reader()?.parentElement;
    if (pane) pane.innerHTML = '<div class="tc-reader tc-reader-empty"></div>';
    setReading(false);
    if (focus && opener?.isConnected) opener.focus();
    opener = null;
  }

  // Beside the answer in a wide window; over everything in a narrow one, where what is below cannot be reached.
  function setReading(reading) {
    document.body.classList.toggle("tc-reading", reading);
    const covered = reading && !WIDE.matches;
    for (const id of ["tc-left", "tc-banner"]) if (byId(id)) byId(id).inert = covered;
  }

  function setWide(wide) {
    const pane = text()?.getBoundingClientRect();
    const at = byId("trich")?.getBoundingClientRect().top;
    const seen = pane && at >= pane.top && at < pane.bottom;
    document.body.classList.toggle("tc-wide", wide);
    const button = document.querySelector("#tc-reader [data-wide]");
    button?.setAttribute("aria-pressed", String(wide));
    if (button) button.textContent = say(wide ? "narrower" : "wider");
    setReading(document.body.classList.contains("tc-reading"));
    if (seen) showPlace(); // lines break elsewhere now
    follow();
  }

  function showPlace(anchor = "trich") {
    const pane = text();
    const place = byId(anchor);
    if (!pane || !place) return;
    // Blocks that were never seen have a guessed height: going there twice settles it.
    for (let time = 0; time < 2; time += 1) {
      const top = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 5;
    }
  }

  // The heading under which one reads is marked in the outline.
  let asked = false;
  function follow() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const pane = text();
      if (!pane || !outline.length) return;
      const line = pane.getBoundingClientRect().top + pane.clientHeight / 4;
      let low = 0;
      let high = outline.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((outline[middle][1]?.getBoundingClientRect().top ?? Infinity) <= line) low = middle + 1;
        else high = middle;
      }
      document.querySelector("#tc-outline [aria-current]")?.removeAttribute("aria-current");
      const jump = outline[low - 1]?.[0];
      jump?.setAttribute("aria-current", "location");
      const list = byId("tc-outline");
      if (jump && list && list.clientHeight && (jump.offsetTop < list.scrollTop || jump.offsetTop + jump.offsetHeight > list.scrollTop + list.clientHeight))
        list.scrollTop = jump.offsetTop - list.clientHeight / 3;
    });
  }

  function jump(anchor) {
    showPlace(anchor);
    if (!WIDE.matches) setOutline(false);
    text()?.focus({ preventScroll: true });
  }

  function setOutline(open) {
    reader()?.classList.toggle("tc-outline-open", open);
    document.querySelector("#tc-reader [data-outline]")?.setAttribute("aria-expanded", String(open));
  }

  // Why a reference leads nowhere, at the foot of the reader: by pointer, by keyboard, by touch.
  function note(event) {
    const mention = event.target.closest?.("[data-note]");
    const line = document.querySelector("#tc-reader .tc-reader-note");
    if (!line) return;
    line.hidden = !mention;
    if (mention) line.textContent = mention.textContent.replace(/\s+/g, " ").trim() + ": " + mention.dataset.note;
  }
  for (const kind of ["mouseover", "focusin", "click"]) document.addEventListener(kind, note);

  document.addEventListener("click", (event) => {
    const hit = event.target.closest("#tc-reader :is([data-jump], [data-outline], [data-wide])");
    if (!hit) return;
    if (hit.matches("[data-jump]")) jump(hit.dataset.jump);
    else if (hit.matches("[data-outline]")) setOutline(!reader().classList.contains("tc-outline-open"));
    else setWide(!document.body.classList.contains("tc-wide"));
  });
  WIDE.addEventListener("change", () => setReading(document.body.classList.contains("tc-reading")));

  window.tracuuReader = { open, close, isWide: () => WIDE.matches, shown: () => shown };
})();
