// The tab “Nhiệm vụ & chỉ tiêu”: what the fields say is sent, the list that comes back is shown, and the address says
// it so that it can be kept and sent. The server escapes every text in the pieces of HTML that it sends.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { announce, fill, say } = window.tracuuPieces;
  // Names of the fields in an address begin so, apart from those of the other tabs.
  const MARK = "nv-";
  const form = () => byId("tc-register-form");

  // --- What is asked for --------------------------------------------------------------------------

  const what = () => form().elements.what.value;

  // The fields that are filled in, and that what is looked at has.
  function asked() {
    const said = new URLSearchParams();
    for (const field of form().querySelectorAll("input:not([type=radio]), select")) {
      const only = field.closest("[data-only]")?.dataset.only;
      const first = field.options?.[0]?.value === field.value && field.value !== "";
      if (field.value.trim() && !first && (!only || only === what())) said.set(field.name, field.value.trim());
    }
    if (what() !== "tasks") said.set("what", what());
    return said;
  }

  function suit() {
    for (const field of form().querySelectorAll("[data-only]")) field.hidden = field.dataset.only !== what();
  }

  function remember(said) {
    const query = new URLSearchParams(location.search);
    for (const name of [...query.keys()]) if (name.startsWith(MARK)) query.delete(name);
    for (const [name, value] of said) query.set(MARK + name, value);
    const address = query.toString();
    history.replaceState(history.state, "", location.pathname + (address ? "?" + address : ""));
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = name.startsWith(MARK) ? form().elements[name.slice(MARK.length)] : null;
      if (!field) continue;
      const options = [...(field.options ?? [])].map((option) => option.value);
      if (!field.options || options.includes(value)) field.value = value;
    }
    const seldom = form().querySelector(".tc-fields-more details");
    seldom.open = [...seldom.querySelectorAll("select")].some((field) => field.selectedIndex > 0);
    suit();
  }

  // --- Showing it ---------------------------------------------------------------------------------

  async function show(more = "") {
    const place = byId("tc-register");
    const said = asked();
    remember(said);
    if (!place.firstElementChild) place.innerHTML = `<p class="tc-empty" role="status">${place.dataset.loading}</p>`;
    if (more) said.set("shown", more);
    if (await fill(place, "registers?" + said)) suggest(place.querySelector("template[data-agencies]"));
  }

  // Names of agencies to choose from while one is typed; sent once with the first list.
  function suggest(names) {
    const list = byId("tc-agencies");
    if (names && list && !list.childElementCount) list.append(names.content.cloneNode(true));
    names?.remove();
  }

  function askFor(fields) {
    for (const [name, value] of Object.entries(fields)) form().elements[name].value = value;
    show().then(() => focusOn("h2"));
  }

  function focusOn(selector) {
    const target = byId("tc-register").querySelector(selector);
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    form().scrollIntoView({ block: "start" });
  }

  async function copyLink(button) {
    const title = button.dataset.title ?? (button.dataset.title = button.textContent);
    let done = true;
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      done = false;
    }
    button.textContent = say(done ? "copied" : "copyAddress");
    announce(button.textContent);
    setTimeout(() => { button.textContent = title; }, 2500);
  }

  // --- Events -------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const hit = event.target.closest?.("[data-register-days], [data-register-agency], [data-register-more], [data-register-link]");
    if (!hit) return;
    event.preventDefault();
    if (hit.dataset.registerDays) {
      const [after, before] = hit.dataset.registerDays.split(",");
      askFor({ due_after: after, due_before: before });
    } else if (hit.dataset.registerAgency) askFor({ agency: hit.dataset.registerAgency });
    else if (hit.dataset.registerMore) {
      const row = byId("tc-register").querySelectorAll("tbody tr").length + 1;
      show(hit.dataset.registerMore).then(() => byId("tc-register").querySelector(`tbody tr:nth-child(${row}) a`)?.focus());
    } else copyLink(hit);
  });

  document.addEventListener("keydown", (event) => {
    const column = event.target.closest?.("[data-register-days]");
    if (column && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      column.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    show();
  });

  document.addEventListener("reset", (event) => {
    if (event.target === form()) setTimeout(() => { suit(); show(); });
  });

  document.addEventListener("change", (event) => {
    if (event.target.form !== form() || !form()) return;
    if (event.target.name === "what") suit();
    if (event.target.matches("select, [type=radio]")) show();
  });

  // Gradio puts a tab on the page when it is first opened: the list is asked for then, and not before it is seen.
  function settle() {
    const fields = form();
    if (!fields || !byId("tc-register") || fields.dataset.ready || !fields.checkVisibility()) return;
    fields.dataset.ready = "1";
    restore();
    show();
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
