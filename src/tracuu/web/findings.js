// The tab “Đối chiếu”: findings of the corpus or of a draft that was chosen, notes of who has looked, reports.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { LOST, announce, fill, reason, refuse, save, say } = window.tracuuPieces;
  let chosen = null;

  function wanted() {
    const query = new URLSearchParams();
    for (const [key, value] of new FormData(byId("tc-findings-form"))) {
      if (typeof value === "string" && value) query.set(key, value);
    }
    if (chosen) query.set("name", chosen.name);
    return query;
  }

  // The address says what is chosen, so that it can be kept and sent. A draft is in no address.
  const MARK = "dc-";

  function remember() {
    const query = new URLSearchParams(location.search);
    for (const name of [...query.keys()]) if (name.startsWith(MARK)) query.delete(name);
    for (const [name, value] of wanted()) if (name !== "name") query.set(MARK + name, value);
    const address = query.toString();
    history.replaceState(history.state, "", location.pathname + (address ? "?" + address : ""));
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = name.startsWith(MARK) ? byId("tc-findings-form").elements[name.slice(MARK.length)] : null;
      if (field?.type === "checkbox") field.checked = true;
      else if ([...(field?.options ?? [])].some((option) => option.value === value)) field.value = value;
    }
  }

  const sending = (post) =>
    chosen
      ? { method: "POST", body: chosen, headers: { "content-type": "application/octet-stream" } }
      : { method: post ? "POST" : "GET" };

  const show = (path, query, options, words) => fill(byId("tc-findings"), path + "?" + query, options, words);

  function check() {
    remember();
    return show("findings", wanted(), sending(false), say(chosen ? "checkingDraft" : "checkingCorpus"));
  }

  function review(id, note) {
    const query = wanted();
    query.set("finding", id);
    query.set("note", note);
    return show("review", query, sending(true), say("keepingNote"));
  }

  async function report(button) {
    const kind = button.dataset.findingsReport;
    button.disabled = true;
    try {
      const reply = await fetch(`api/check.${kind}?` + wanted(), { credentials: "same-origin", ...sending(false) });
      if (!reply.ok) return refuse(byId("tc-findings"), await reason(reply));
      save(await reply.blob(), `bao-cao-doi-chieu.${kind}`);
      announce(say("reportSaved"));
    } catch {
      refuse(byId("tc-findings"), LOST);
    } finally {
      button.disabled = false;
    }
  }

  function choose(file) {
    const input = byId("tc-findings-file");
    const name = byId("tc-findings-name");
    if (file && file.size > Number(input.dataset.limit)) {
      refuse(byId("tc-findings"), input.dataset.tooLarge);
      file = null;
    }
    chosen = file ?? null;
    input.value = "";
    // What was chosen of the corpus would hide what a draft says.
    for (const list of byId("tc-findings-form").querySelectorAll("select")) list.value = "";
    name.textContent = chosen ? chosen.name : name.dataset.none;
    byId("tc-findings-drop").hidden = !chosen;
    if (chosen) announce(say("fileChosen", { name: chosen.name }));
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-findings-report], [data-unreview], #tc-findings-drop");
    if (!target) return;
    if (target.dataset.findingsReport) report(target);
    else if (target.dataset.unreview) review(target.dataset.unreview, "");
    else {
      choose(null);
      check();
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "tc-findings-form") {
      event.preventDefault();
      check();
    } else if (event.target.dataset?.review) {
      event.preventDefault();
      review(event.target.dataset.review, event.target.elements.note.value.trim() || say("reviewedWithoutNote"));
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "tc-findings-file") {
      choose(event.target.files[0]);
      if (chosen) check();
    } else if (event.target.form?.id === "tc-findings-form" && event.target.name) check();
  });

  // The findings of the corpus are shown when the tab is first opened.
  function settle() {
    const form = byId("tc-findings-form");
    if (!form || !byId("tc-findings") || form.dataset.ready || !form.checkVisibility()) return;
    form.dataset.ready = "1";
    restore();
    check();
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
