// The picture of the reference graph: fetched when its section is first opened; a box that is chosen shows its entry
// of the list below the picture. The server escapes every text in the piece of HTML that it sends.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { LOST } = window.tracuuPieces;
  let asked = 0;

  async function load(doc, { focus = false } = {}) {
    const piece = byId("tc-graph-piece");
    if (!piece) return;
    const turn = ++asked;
    piece.dataset.loaded = "1";
    piece.setAttribute("aria-busy", "true");
    try {
      const reply = await fetch("graph?" + new URLSearchParams({ document: doc }), { credentials: "same-origin" });
      const html = await reply.text();
      if (turn !== asked) return;
      if (!reply.ok) throw new Error(String(reply.status));
      piece.innerHTML = html;
      if (focus) byId("tc-graph-document")?.focus();
    } catch {
      if (turn !== asked) return;
      delete piece.dataset.loaded;
      const note = document.createElement("p");
      note.setAttribute("role", "alert");
      note.textContent = LOST;
      piece.replaceChildren(note);
    } finally {
      if (turn === asked) piece.removeAttribute("aria-busy");
    }
  }

  // Show what a box is linked with: its lines stand out, its entry stands below the picture.
  function choose(box) {
    const picture = box.closest("svg");
    const entry = byId(`tc-node-${box.dataset.node}`);
    const place = byId("tc-graph-detail");
    if (!entry || !place) return;
    for (const other of picture.querySelectorAll(".tc-box")) other.setAttribute("aria-pressed", String(other === box));
    picture.classList.add("tc-chosen");
    for (const line of picture.querySelectorAll(".tc-line")) {
      line.classList.toggle("tc-near", line.dataset.ends.split(" ").includes(box.dataset.node));
    }
    const copy = entry.cloneNode(true);
    copy.id = "tc-node-chosen";
    place.replaceChildren(copy);
    copy.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.id !== "tc-graph" || !event.target.open) return;
    if (!byId("tc-graph-piece")?.dataset.loaded) load("");
  }, true);

  document.addEventListener("change", (event) => {
    if (event.target.id === "tc-graph-document") load(event.target.value, { focus: true });
  });

  document.addEventListener("click", (event) => {
    const box = event.target.closest?.(".tc-box");
    if (box) {
      event.preventDefault();
      choose(box);
      return;
    }
    const only = event.target.closest?.("[data-graph]");
    if (!only) return;
    const section = byId("tc-graph");
    if (!section) return;
    byId("tc-graph-piece").dataset.loaded = "1";
    section.open = true;
    section.scrollIntoView({ block: "start" });
    load(only.dataset.graph, { focus: true });
  });

  // A box is a button: the space bar chooses it as well.
  document.addEventListener("keydown", (event) => {
    const box = event.key === " " ? event.target.closest?.(".tc-box") : null;
    if (!box) return;
    event.preventDefault();
    choose(box);
  });
})();
