// What was asked in this sitting: kept by the browser until its window is closed, shown under the question.
"use strict";
(() => {
  const { say } = window.tracuuPieces;
  const KEPT = "tracuu-asked";
  const MOST = 30;

  function make(tag, css, words) {
    const node = document.createElement(tag);
    if (css) node.className = css;
    if (words) node.textContent = words;
    return node;
  }

  function kept() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT)) ?? [];
    } catch {
      return [];
    }
  }

  function keep(link, question, said) {
    const others = kept().filter((entry) => entry.link !== link);
    store([{ link, question, said: said.trim().slice(0, 120) }, ...others].slice(0, MOST));
  }

  function store(entries) {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(entries));
    } catch {
      // Without storage there is no history, and nothing else is lost.
    }
    showKept();
  }

  function showKept() {
    const place = document.getElementById("tc-history");
    if (!place) return;
    const entries = kept();
    const open = place.querySelector("details")?.open ?? false;
    place.replaceChildren();
    if (!entries.length) return;
    const details = make("details");
    details.open = open;
    const list = make("ol");
    for (const entry of entries) {
      const again = make("button");
      again.type = "button";
      again.dataset.again = entry.link;
      again.append(make("span", "", entry.question), make("small", "", entry.said));
      const item = make("li");
      item.append(again);
      list.append(item);
    }
    const forget = make("button", "tc-link", say("forgetAsked"));
    forget.type = "button";
    forget.dataset.forget = "";
    details.append(make("summary", "", say("asked", { count: entries.length })), list, forget);
    place.append(details);
  }

  window.tracuuSitting = { keep, show: showKept, forget: () => store([]) };
})();
