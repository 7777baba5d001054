// past: what was said in a box before, and what its words may give away
// then and now: a link to what the answer was on earlier days, and the way back within today.
// The earlier words come only when somebody opens them; what is chosen there goes back into the control.
const UNDER = 500; // ms before something appears under a control: nothing may move under a pointer that presses
const SIGNS = { gone: ["del", "−\u00a0", "was there then: "], new: ["ins", "+\u00a0", "came since: "] };

function pieceOf([kind, words], running) {
  if (!SIGNS[kind]) return make("span", {}, words);
  const [tag, sign, said] = SIGNS[kind];
  const space = running ? words.match(/^\s*/)[0] : ""; // the sign stands at the word, not before the space
  return make("span", {}, space, make("b", { "aria-hidden": "true" }, sign),
    make(tag, {}, make("span", { class: "visually-hidden" }, said), words.slice(space.length)));
}

function thenOf({ version, on, wording, said, running, pieces }, bring) {
  const lines = running ? make("blockquote", {}, ...pieces.map((piece) => pieceOf(piece, true)))
    : make("ul", {}, ...pieces.map((piece) => make("li", {}, pieceOf(piece, false))));
  return make("li", {}, make("p", { class: "name" }, on),
    wording ? make("p", { class: "eyebrow" }, `The question then: “${wording}”`) : null,
    make("p", {}, said), pieces.length ? lines : null,
    make("button", { type: "button", class: "kit-link", onclick: () => bring(version) }, "Bring this back", make("span", { class: "visually-hidden" }, `, from ${on}`)));
}

function pastOf({ model }, aim) {
  const id = unique("past");
  const words = model.get("kind") === "text";
  const link = make("button", { type: "button", class: "kit-link", "aria-expanded": "false", "aria-controls": id, hidden: true, onclick: () => unfold(inside.hidden) });
  const inside = make("div", { id, class: "kit-past", hidden: true });
  const told = make("span", { role: "status" });
  const back = make("button", { type: "button", class: "kit-link", onclick: () => bring(model.get("way_back").version) }, words ? "Bring the earlier text back" : "Put back what was here");
  const offer = make("p", { class: "kit-back", hidden: true }, told, " ", back);
  const node = make("div", { class: "kit-pasts" }, offer, link, inside);
  function unfold(wanted) {
    inside.hidden = !wanted;
    link.setAttribute("aria-expanded", String(wanted));
    if (wanted) model.send({ earlier: true });
  }
  function bring(version) {
    model.send({ restore: version });
    aim()?.focus(); // the control shows it; this button may go
  }
  let waiting = 0;
  function draw() {
    const day = model.get("before"), { version, at, on } = model.get("way_back"), label = model.get("label");
    link.replaceChildren(words ? "You wrote this before: " : "You answered this before: ", day,
      label ? make("span", { class: "visually-hidden" }, ` (${label})`) : "");
    link.hidden = !day;
    if (!day) unfold(false);
    offer.hidden = !version;
    told.textContent = version ? `What was here ${on ? `on ${on}` : `at ${clock(at)}`} is kept.` : "";
    if (!inside.hidden) model.send({ earlier: true }); // what has changed since is another thing now
  }
  const later = () => { clearTimeout(waiting); waiting = setTimeout(draw, UNDER); };
  const stops = [
    follow(model, "before", later),
    follow(model, "way_back", later),
    follow(model, "saved", later),
    follow(model, "earlier", ({ states = [], more = 0 }) => {
      const marked = states.some(({ pieces }) => pieces.some(([kind]) => SIGNS[kind]));
      inside.replaceChildren(
        make("p", { class: "eyebrow", hidden: !marked }, "− was there then, + came since"),
        make("ol", {}, ...states.map((state) => thenOf(state, bring))),
        make("p", { class: "eyebrow", hidden: !more }, `${more} more are in your journal.`));
    }),
  ];
  return { node, end() { clearTimeout(waiting); stops.forEach((stop) => stop()); } };
}

// caution: what may point to a person. Asked under the box once typing rests; leaving it is a fine answer.
const CALM = 1500; // ms without a key before the note appears or changes

function cautionOf({ model }, box, keep) {
  const button = (text, onclick) => make("button", { type: "button", class: "kit-link", onclick }, text);
  const did = make("span", { role: "status" }), undo = button("Put it back", putBack);
  const said = make("p", { role: "status" });
  const change = button("", changeIt), leave = button("Leave it", () => model.send({ leave: wordsOf(first()) }));
  const done = make("p", {}, did, " ", undo), asked = make("div", {}, said, change, leave);
  const node = make("div", { class: "kit-caution", hidden: true }, done, asked);
  let typing = 0, changed = null; // changed: {from, to, at}, the last change that can be undone
  const first = () => model.get("caution")[0];
  const letters = () => Array.from(model.get("value") ?? ""); // places count whole characters, as the kernel does
  const wordsOf = ({ start, end }) => letters().slice(start, end).join("");
  function replace(from, to, at) {
    const here = box.value.startsWith(from, at) ? at : box.value.indexOf(from);
    if (here < 0) return false;
    box.setRangeText(to, here, here + from.length, "preserve");
    box.dispatchEvent(new Event("input")); // saved and sized as if it had been typed
    keep.send();
    clearTimeout(typing); typing = 0; // the answer to this is drawn as it comes
    return true;
  }
  function changeIt() {
    const { start, suggestion: to } = first(), from = wordsOf(first());
    const at = letters().slice(0, start).join("").length;
    if (replace(from, to, at)) changed = { from, to, at };
  }
  function putBack() {
    const { from, to, at } = changed;
    changed = null;
    model.send({ leave: from }); // who puts it back has decided
    replace(to, from, at);
    draw();
  }
  function tell(line, text) {
    if (line.textContent !== text) line.textContent = text;
  }
  function draw() {
    const found = model.get("caution"), held = node.contains(document.activeElement);
    if (changed && !box.value.includes(changed.to)) changed = null;
    tell(did, changed ? `Changed to “${changed.to}”.` : "");
    if (found.length) {
      const count = found.length > 1 ? `1 of ${found.length}: this` : "This";
      tell(said, `${count} may be ${found[0].called}: “${wordsOf(found[0])}”. Your words are saved as they are.`);
      change.textContent = `Change it to “${found[0].suggestion}”`;
    } else tell(said, "");
    done.hidden = !changed;
    asked.hidden = !found.length;
    node.hidden = !changed && !found.length;
    if (held && !document.activeElement.checkVisibility()) (changed ? undo : box).focus();
  }
  function rest() { typing = 0; draw(); }
  const wait = (time) => { clearTimeout(typing); typing = setTimeout(rest, time); };
  const later = () => { if (!typing) draw(); };
  box.addEventListener("input", () => wait(CALM));
  box.addEventListener("blur", () => wait(UNDER));
  model.on("change:caution", later);
  wait(UNDER);
  return { node, end() { clearTimeout(typing); model.off("change:caution", later); } };
}
