// shelf: a search box, and a list whose rows hold native buttons and small forms.
// Each tells the kernel {act, row, part, value}; the kernel answers with the rows as they are then.
const SEARCH_QUIET = 300; // ms without a key before the list follows

kinds.search = ({ model, el }) => {
  const id = unique("search");
  const box = make("input", { id, enterkeyhint: "search", maxlength: 200, autocomplete: "off", spellcheck: "false" });
  const label = make("label", { for: id });
  const { hint, problem } = notes(model, box);
  let timer = 0, told = model.get("value") || "";
  const tell = () => {
    clearTimeout(timer);
    if (box.value !== told) model.send({ value: (told = box.value) });
  };
  follow(model, "label", (text) => { label.textContent = text; });
  const stop = follow(model, "value", (value) => { if (value !== told) box.value = told = value; });
  box.value = told;
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(tell, SEARCH_QUIET); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.value) { box.value = ""; event.stopPropagation(); }
    else if (event.key !== "Enter") return;
    tell();
  });
  el.append(make("div", { class: "kit-field", role: "search" }, label, hint, box, problem));
  return () => { clearTimeout(timer); stop(); };
};

kinds.shelf = ({ model, el }) => {
  const whole = make("div", { tabindex: "-1", role: "group", "aria-label": model.get("label") });
  const list = make("ul", { class: "kit-shelf" });
  const more = make("button", { type: "button", class: "kit-quiet", onclick: () => ask("more") });
  const problem = make("p", { class: "kit-problem", role: "alert" });
  const rowOf = (node) => node.closest("[data-row]")?.dataset.row ?? null;
  const same = (node, { row, act, part = "" }) =>
    rowOf(node) === row && node.dataset.act === act && (node.dataset.part ?? "") === part;
  function ask(act, row = null, part = "", value = "") {
    list.toggleAttribute("aria-busy", true);
    model.send({ act, row, part, value });
  }
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (button) ask(button.dataset.act, rowOf(button), button.dataset.part ?? "");
  });
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    ask(form.dataset.act, rowOf(form), form.dataset.part ?? "", new FormData(form).get("value"));
  });
  list.addEventListener("keydown", (event) => {
    const keep = event.key === "Escape" && event.target.closest(".kit-asked")?.querySelector("[data-act=keep]");
    if (keep) { event.stopPropagation(); keep.click(); } // leaving a question deletes nothing
  });
  // rows that did not change stay as they are, with what has the focus and what was unfolded
  function fill(rows) {
    const old = new Map(Array.from(list.children, (node) => [node.dataset.row, node]));
    const wanted = rows.map(({ id, html }) => {
      const before = old.get(id);
      if (before && before.drawn === html) return before;
      const fresh = make("li", { "data-row": id, html });
      fresh.drawn = html;
      return fresh;
    });
    const kept = new Set(wanted);
    for (const node of old.values()) if (!kept.has(node)) node.remove();
    wanted.forEach((node, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    });
  }
  function focus(aim) {
    if (!aim) return;
    const here = Array.from(list.querySelectorAll("[data-act]")).find((node) => same(node, aim));
    const node = here?.matches("form") ? here.querySelector("input") : here;
    (node ?? whole).focus(); // what stood there may be gone: the reader stays at the list
  }
  const stop = follow(model, "shown", ({ rows = [], more: said = "", focus: aim = null }) => {
    list.toggleAttribute("aria-busy", false);
    fill(rows);
    list.hidden = !rows.length;
    more.textContent = said;
    more.hidden = !said;
    focus(aim);
  });
  follow(model, "problem", (text) => { problem.textContent = text; problem.hidden = !text; });
  whole.append(problem, list, more);
  el.append(whole);
  return stop;
};
