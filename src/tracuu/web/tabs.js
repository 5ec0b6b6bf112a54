// The tabs “Trích dẫn” and “Kiểm tra trích dẫn”: what is typed is sent, what comes back is shown; the basket is kept
// in this window alone. The server escapes every text in the pieces of HTML that it sends.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const MOST = 50;
  const { LOST, announce, empty, reason, refuse, save, say, tabButton, waiting } = window.tracuuPieces;

  async function fill(target, address, options, words) {
    if (await window.tracuuPieces.fill(target, address, options, words)) mark();
  }

  // --- Quotations on a topic --------------------------------------------------------------------

  // Fields of the form, by the names that they have in the address (those of the first tab are others).
  const SAID = { topic: "topic", kind: "topic_kind", issuer: "topic_issuer", place: "topic_place", issued_from: "topic_from", issued_to: "topic_to" };
  let quotesShown = ""; // what the quotations shown were asked with

  const saidNow = () => {
    const query = new URLSearchParams(location.search);
    return JSON.stringify(Object.values(SAID).map((name) => query.get(name) ?? ""));
  };

  function findQuotes(form, more = {}) {
    const asked = new URLSearchParams(new FormData(form));
    remember(asked);
    quotesShown = saidNow();
    for (const [name, value] of Object.entries(more)) asked.set(name, value);
    fill(byId("tc-quotes"), "quotes?" + asked, {}, say("findingQuotes"));
  }

  // The address says topic and limits, so that they can be kept, sent and gone back to.
  function remember(asked) {
    const query = new URLSearchParams(location.search);
    for (const [field, name] of Object.entries(SAID)) {
      if (asked.get(field)) query.set(name, asked.get(field));
      else query.delete(name);
    }
    const address = query.toString();
    if (address !== new URLSearchParams(location.search).toString()) history.pushState(null, "", location.pathname + (address ? "?" + address : ""));
  }

  // Bring the form and what is below it to what the address says.
  function restore(form) {
    form.dataset.ready = "1";
    const query = new URLSearchParams(location.search);
    if (saidNow() === quotesShown) return;
    for (const [field, name] of Object.entries(SAID)) form.elements[field].value = query.get(name) ?? "";
    const limits = form.querySelector("details");
    if (limits && Object.values(SAID).slice(1).some((name) => query.get(name))) limits.open = true;
    if (query.get("topic")) return findQuotes(form);
    quotesShown = saidNow();
    empty(byId("tc-quotes"));
  }

  window.addEventListener("popstate", () => {
    const form = byId("tc-topic-form");
    if (form) restore(form);
  });

  // --- The basket -------------------------------------------------------------------------------

  const KEEP = "tc-basket";
  let before = null; // what was there before everything was taken out

  function basket() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEEP) ?? "[]");
      return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : [];
    } catch {
      return [];
    }
  }

  function keep(keys) {
    sessionStorage.setItem(KEEP, JSON.stringify(keys));
    mark();
    showBasket();
  }

  const address = (path, keys) => path + "?" + new URLSearchParams(keys.map((key) => ["quote", key]));

  function add(button) {
    const key = button.dataset.quote;
    const keys = basket();
    if (keys.includes(key)) {
      keep(keys.filter((other) => other !== key));
      announce(say("basketRemoved"));
    } else if (keys.length >= MOST) {
      announce(say("basketFull", { count: MOST }));
    } else {
      keep([...keys, key]);
      announce(say("basketAdded", { count: keys.length + 1 }));
    }
  }

  function change(button) {
    const keys = basket();
    const at = Number(button.dataset.at);
    const to = { up: at - 1, down: at + 1 }[button.dataset.basket];
    if (to !== undefined && keys[to] !== undefined) [keys[at], keys[to]] = [keys[to], keys[at]];
    else if (button.dataset.basket === "remove") keys.splice(at, 1);
    else if (button.dataset.basket === "clear") before = keys.splice(0);
    else if (button.dataset.basket === "undo") keys.push(...(before ?? []));
    if (button.dataset.basket !== "clear") before = null;
    focusAfter = to !== undefined ? `[data-basket="${button.dataset.basket}"][data-at="${to}"]` : "h2";
    keep(keys);
  }

  let focusAfter = null;
  let shown = null;

  // The entries as the server reads them from the sources; asked for once for each state of the basket.
  async function showBasket() {
    const entries = byId("tc-basket-entries");
    if (!entries) return;
    const keys = basket();
    const state = JSON.stringify(keys);
    if (entries.dataset.state !== state) {
      entries.dataset.state = state;
      shown = state;
      try {
        const reply = await fetch(address("basket", keys), { credentials: "same-origin" });
        if (shown !== state) return;
        if (reply.ok) entries.innerHTML = await reply.text();
        else refuse(entries, await reason(reply));
      } catch {
        refuse(entries, LOST);
        delete entries.dataset.state;
      }
    }
    const word = byId("tc-basket-word");
    word.hidden = keys.length === 0;
    word.href = address("api/quotations.docx", keys);
    document.querySelector('[data-basket="clear"]').hidden = keys.length === 0;
    document.querySelector('[data-basket="undo"]').hidden = before === null;
    const wanted = focusAfter;
    focusAfter = null;
    if (wanted) refocus(wanted);
  }

  function refocus(wanted) {
    const box = byId("tc-basket");
    const found = box.querySelector(wanted);
    const target = found && !found.disabled ? found : box.querySelector("h2");
    if (target.matches("h2")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  // What is in the basket says so on its button; how many there are stands on the page wherever one is.
  function mark() {
    const keys = basket();
    for (const button of document.querySelectorAll(".tc-add[data-quote]")) {
      const inside = keys.includes(button.dataset.quote);
      if (button.getAttribute("aria-pressed") === String(inside)) continue;
      button.setAttribute("aria-pressed", String(inside));
      button.dataset.title ??= button.textContent;
      button.textContent = inside ? say("inBasket") : button.dataset.title;
    }
    for (const count of document.querySelectorAll("[data-basket-count]")) {
      if (count.textContent !== String(keys.length)) count.textContent = keys.length;
    }
    badge(keys.length);
  }

  function badge(count) {
    let chip = byId("tc-basket-chip");
    if (!chip && count) {
      const bar = document.createElement("div");
      bar.id = "tc-basket-bar";
      chip = document.createElement("button");
      chip.id = "tc-basket-chip";
      chip.type = "button";
      chip.className = "tc-button tc-main";
      bar.append(chip);
      byId("tc-left")?.append(bar);
    }
    if (!chip) return;
    const here = byId("tc-basket")?.checkVisibility() ?? false;
    chip.parentElement.hidden = count === 0 || here;
    const words = say("basket", { count });
    if (chip.textContent !== words) chip.textContent = words;
  }

  const openTab = (id) => tabButton(id)?.click();

  // --- Drafts -----------------------------------------------------------------------------------

  const KEEP_DRAFT = "tc-draft";
  let chosen = null;

  function sent() {
    const text = byId("tc-draft").value;
    if (chosen) return { query: "?" + new URLSearchParams({ name: chosen.name }), body: chosen, name: chosen.name };
    return { query: "", body: new Blob([text], { type: "text/plain" }), name: "du-thao.txt" };
  }

  function checkDraft() {
    const target = byId("tc-checks");
    const { query, body } = sent();
    fill(target, "checks" + query, { method: "POST", body, headers: { "content-type": kind() } }, say("checkingQuotes"));
  }

  const kind = () => (chosen ? "application/octet-stream" : "text/plain;charset=utf-8");

  async function downloadWord(button) {
    const { query, body } = sent();
    const line = button.parentElement;
    const stop = waiting(line, say("makingWord"));
    button.disabled = true;
    try {
      const headers = { "content-type": kind() };
      const reply = await fetch("api/verify.docx" + query, { method: "POST", body, headers, credentials: "same-origin" });
      if (reply.ok) save(await reply.blob(), "du-thao-co-nhan-xet.docx");
      else announceAlert(button, await reason(reply));
    } catch {
      announceAlert(button, LOST);
    } finally {
      button.disabled = false;
      stop();
      line.removeAttribute("aria-busy");
    }
  }

  function announceAlert(button, sentence) {
    const place = document.createElement("div");
    button.parentElement.after(place);
    refuse(place, sentence);
  }

  function choose(file) {
    const input = byId("tc-draft-file");
    const name = byId("tc-draft-name");
    const refusal = file && (file.size > Number(input.dataset.limit) ? input.dataset.tooLarge : file.size === 0 ? input.dataset.empty.replace("{path}", file.name) : "");
    if (refusal) {
      refuse(byId("tc-checks"), refusal);
      file = null;
    }
    chosen = file ?? null;
    input.value = "";
    name.textContent = chosen ? chosen.name : name.dataset.none;
    byId("tc-draft-drop-file").hidden = !chosen;
    byId("tc-draft").disabled = Boolean(chosen);
    if (chosen) announce(say("fileChosen", { name: chosen.name }));
  }

  function write(text) {
    choose(null);
    const box = byId("tc-draft");
    box.value = text;
    sessionStorage.setItem(KEEP_DRAFT, text);
    box.focus();
  }

  // --- Events -----------------------------------------------------------------------------------

  const ACTIONS = {
    ".tc-add[data-quote]": add,
    "[data-basket]": change,
    "[data-topic]": (chip) => {
      const form = byId("tc-topic-form");
      form.elements.topic.value = chip.dataset.topic;
      findQuotes(form);
    },
    "[data-more]": (button) => findQuotes(byId("tc-topic-form"), { top: button.dataset.more }),
    "#tc-basket-chip": () => {
      openTab("trich-dan");
      requestAnimationFrame(() => byId("tc-basket")?.scrollIntoView({ block: "nearest" }));
    },
    "#tc-checks-word": downloadWord,
    "#tc-draft-example": (button) => write(button.dataset.example),
    "#tc-draft-clear": () => {
      write("");
      byId("tc-checks").replaceChildren();
    },
    "#tc-draft-drop-file": () => choose(null),
  };

  document.addEventListener("click", (event) => {
    for (const [selector, action] of Object.entries(ACTIONS)) {
      const hit = event.target.closest?.(selector);
      if (hit) return action(hit);
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "tc-topic-form") {
      event.preventDefault();
      findQuotes(event.target);
    } else if (event.target.id === "tc-draft-form") {
      event.preventDefault();
      checkDraft();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "tc-draft-file") choose(event.target.files[0]);
  });

  document.addEventListener("input", (event) => {
    if (event.target.id !== "tc-draft") return;
    try {
      sessionStorage.setItem(KEEP_DRAFT, event.target.value);
    } catch {
      // Larger than the browser keeps: the text stays in the box all the same.
    }
  });

  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      if (!event.target.closest?.("#tc-draft-form") || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") choose(event.dataTransfer.files[0]);
    });
  }

  // Gradio puts a tab on the page when it is first opened: fill it then with what was kept.
  function settle() {
    const form = byId("tc-topic-form");
    if (form && !form.dataset.ready) restore(form);
    const box = byId("tc-draft");
    if (box && !box.dataset.ready) {
      box.dataset.ready = "1";
      box.value = sessionStorage.getItem(KEEP_DRAFT) ?? "";
    }
    const entries = byId("tc-basket-entries");
    if (entries && entries.dataset.state !== JSON.stringify(basket())) showBasket();
    mark();
  }

  let planned = false;
  function plan() {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      settle();
    });
  }
  new MutationObserver(plan).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class", "hidden"] });
  plan(); // the page may stand already
})();
