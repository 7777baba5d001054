// cards: one at a time, put under a name with a button; the piles below let each be taken up again
const CARDS_LOOK = `
.kit-deck .kit-count { color: var(--soft); font-size: 1rem; margin: 0; }
.kit-deck .kit-face { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--orange); border-radius: var(--radius); padding: 1rem 1.25rem; min-height: 8.5rem; margin: .3rem 0 .6rem; }
.kit-deck .kit-face > div > p:first-child { font-size: 1.28rem; line-height: 1.4; font-weight: 600; margin: .1rem 0 .5rem; }
.kit-deck .kit-hats { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .5rem; }
.kit-deck .kit-hats button { margin: 0; text-align: left; width: 100%; }
.kit-deck .kit-hats button[aria-pressed=true]::before { content: "✓ "; }
.kit-deck .kit-piles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .5rem 1.25rem; }
.kit-deck .kit-piles ul { list-style: none; padding: 0; margin: 0 0 .5rem; }
.kit-deck .kit-piles .kit-link { text-align: left; line-height: 1.35; margin: 0; }
`;
kinds.cards = ({ model, el, ...rest }) => {
  const context = { model, el, ...rest };
  if (!document.getElementById("kit-cards-look")) document.head.append(make("style", { id: "kit-cards-look" }, CARDS_LOOK));
  const said = (name, words = {}) => (model.get("said")[name] ?? "").replace(/\{(\w+)\}/g, (_all, word) => words[word] ?? "");
  const legend = make("legend", {});
  const count = make("p", { class: "kit-count" });
  const words = make("div", {});
  const face = make("div", { class: "kit-face", tabindex: "-1", "aria-live": "polite" }, words, count);
  const hats = make("div", { class: "kit-hats" });
  const on = make("button", { type: "button", class: "kit-link", onclick: () => turn(next(at + 1)) });
  const back = make("button", { type: "button", class: "kit-link", onclick: () => turn(Math.max(0, Math.min(at, cards().length) - 1)) });
  const piles = make("div", { class: "kit-piles" });
  const pilesHead = make("summary", {});
  const list = make("details", {}, pilesHead, piles);
  const set = make("fieldset", { class: "kit-field kit-deck" }, legend);
  const { hint, problem, saved } = notes(model, set);
  let value = {}, at = -1;
  const cards = () => model.get("rows");
  const names = () => Object.entries(model.get("options"));
  const keep = keeper(context, saved, () => ({ ...value }));
  // the next card without a place, from here round to the start; past the last one where all have theirs
  function next(from) {
    const all = cards().length;
    for (let step = 0; step < all; step += 1) {
      const here = (from + step) % all;
      if (!value[cards()[here].id]) return here;
    }
    return all;
  }
  function turn(to) {
    at = to;
    draw();
    if (!set.contains(document.activeElement) || document.activeElement.closest("[hidden]")) face.focus();
  }
  function place(hat) {
    const card = cards()[at];
    value = { ...value, [card.id]: hat };
    keep.touched(true);
    turn(next(at + 1));
  }
  function draw() {
    const card = cards()[at];
    words.innerHTML = card ? card.html : "";
    if (!card) words.append(make("p", {}, said("done")));
    face.style.minHeight = card ? "" : "0";
    count.textContent = card ? said("card", { at: at + 1, all: cards().length }) : "";
    if (card && value[card.id]) count.append(". ", said("lies", { hat: model.get("options")[value[card.id]] }), ".");
    hats.hidden = !card;
    on.hidden = !card || next(at + 1) === cards().length || next(at + 1) === at;
    back.hidden = at < 1;
    hats.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(Boolean(card) && value[card.id] === button.dataset.hat)));
    const placed = Object.keys(value).length;
    list.hidden = !placed;
    piles.replaceChildren(...names().map(([hat, name]) => {
      const mine = cards().filter((one) => value[one.id] === hat);
      const held = mine.map((one) => make("li", {}, make("button", { type: "button", class: "kit-link", onclick: () => { turn(cards().indexOf(one)); face.focus(); } }, one.label)));
      return make("div", {}, make("p", { class: "name" }, name), mine.length ? make("ul", {}, ...held) : make("p", { class: "eyebrow" }, said("none")));
    }));
  }
  follow(model, "label", (text) => { legend.textContent = text; });
  follow(model, "said", () => { on.textContent = said("later"); back.textContent = said("back"); pilesHead.textContent = said("piles"); });
  follow(model, "options", () => {
    hats.replaceChildren(...names().map(([hat, name]) => make("button", { type: "button", class: "kit-quiet", "data-hat": hat, onclick: () => place(hat) }, name)));
  });
  const known = () => Object.fromEntries(Object.entries(model.get("value") || {}).filter(([id]) => cards().some((card) => card.id === id)));
  const stop = follow(model, "value", () => {
    const told = known();
    if (keep.pending() || (at >= 0 && JSON.stringify(Object.entries(told).sort()) === JSON.stringify(Object.entries(value).sort()))) return;
    value = told;
    at = next(0);
    draw();
  });
  whenReady(model, (wait) => { set.disabled = wait; });
  set.append(hint, face, hats, make("p", {}, back, on), problem, saved, list);
  el.append(set);
  return () => { stop(); keep.end(); };
};
