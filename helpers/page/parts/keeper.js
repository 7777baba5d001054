// keeper: an answer on its way to the journal, and what is said of it until it is there.
const QUIET = 700; // ms without a key before an answer is sent
const LONGEST = 900; // ms of unbroken typing after which it is sent anyway: at most a second can be lost
const PATIENCE = 3000; // ms before an answer that was not acknowledged takes the other road
const open = new Set(); // answers with words that are not acknowledged yet

function keeper({ model, base }, node, read) {
  const client = unique(pageId); // each view counts from 1, so each is a writer of its own
  let seq = 0, acknowledged = 0, timer = 0, longest = 0, watch = 0;
  const state = {
    pending: () => seq > acknowledged,
    refused: false, // whether the journal would not take them when they were last sent
    lastWords() {
      if (!state.pending() || !model.get("prompt").id) return Promise.resolve(null);
      const words = {
        prompt: model.get("prompt"), control: model.get("kind"), value: read(), client, seq,
        base: model.get("saved").version ?? null,
      };
      const body = new TextEncoder().encode(JSON.stringify(words));
      const headers = { "Content-Type": "application/json", "X-Kit": "page" };
      // browsers carry at most 64 KiB for a page that is closing
      return fetch(`${base}kit/save`, { method: "POST", keepalive: body.length < 65000, headers, body });
    },
  };
  open.add(state);
  function send() {
    clearTimeout(timer); clearTimeout(longest); longest = 0;
    if (!state.pending()) return;
    model.send({ draft: { value: read(), client, seq } }); // a message: no button can overtake it
    tryAgain();
  }
  function tryAgain() {
    clearTimeout(watch);
    watch = setTimeout(otherRoad, PATIENCE);
  }
  // the kernel is busy or gone: the server itself can keep the words
  async function otherRoad() {
    if (!state.pending() || !model.get("prompt").id) return;
    const asked = seq;
    say("Not saved yet. Trying again…");
    try {
      const answer = await state.lastWords();
      const kept = await answer.json();
      if (!answer.ok) { state.refused = true; say(kept.problem); return tryAgain(); }
      acknowledged = Math.max(acknowledged, asked); state.refused = false;
      if (!state.pending()) { say(`Saved ${clock(new Date().toISOString())}`, true); tellOther(kept.elsewhere); }
    } catch {
      state.refused = true;
      say("Not saved: the kit is not answering. Keep this page open, and copy your words if you must leave.");
      tryAgain();
    }
  }
  function say(text, good = false) {
    node.replaceChildren(good ? make("b", {}, text) : text);
  }
  function tellOther(other) {
    if (other) node.append(` Also changed in another window at ${clock(other.at)}. Both are kept. `,
      make("button", { class: "kit-link", type: "button", onclick: () => model.send({ other: true }) }, "Show the other"));
  }
  function touched(now = false) {
    seq += 1;
    clearTimeout(timer);
    if (now) return send();
    timer = setTimeout(send, QUIET);
    longest ||= setTimeout(send, LONGEST);
  }
  const saved = () => {
    const note = model.get("saved");
    if (note.problem) { state.refused = state.pending(); if (state.pending()) tryAgain(); return say(note.problem); }
    if (note.client === client) { acknowledged = Math.max(acknowledged, note.seq); state.refused = false; }
    if (state.pending()) return;
    if (!note.at) return say("");
    say(`Saved ${clock(note.at)}`, true);
    tellOther(note.elsewhere);
  };
  model.on("change:saved", saved);
  saved();
  return { touched, send, pending: state.pending, end() { send(); open.delete(state); model.off("change:saved", saved); } };
}

// how many answers here are not kept: the page must not say that they are, nor close without asking
const unkept = () => [...open].filter((state) => state.pending() && state.refused).length;
globalThis.kitUnkept = unkept;
addEventListener("beforeunload", (event) => { if (unkept()) event.preventDefault(); });
addEventListener("pagehide", () => open.forEach((state) => state.lastWords().catch(() => {})));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") open.forEach((state) => state.lastWords().catch(() => {}));
});
