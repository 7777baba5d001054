// core: small helpers to build native markup, and the table of what can be drawn
const kinds = {};
let counter = 0;
const pageId = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("");
const unique = (name) => `kit-${name}-${++counter}`;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "html") node.innerHTML = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function follow(model, name, act) {
  const run = () => act(model.get(name));
  model.on(`change:${name}`, run);
  run();
  return () => model.off(`change:${name}`, run);
}

// a hint, a problem and a saved-note under a control, tied to it for screen readers
function notes(model, control) {
  const hint = make("p", { class: "kit-hint", id: unique("hint") });
  const problem = make("p", { class: "kit-problem", id: unique("problem"), role: "alert" });
  const saved = make("p", { class: "kit-saved", role: "status" });
  control.setAttribute("aria-describedby", `${hint.id} ${problem.id}`);
  follow(model, "hint", (text) => { hint.textContent = text; hint.hidden = !text; });
  follow(model, "problem", (text) => {
    problem.textContent = text;
    problem.hidden = !text;
    control.toggleAttribute("aria-invalid", Boolean(text));
  });
  return { hint, problem, saved };
}

// a control that keeps its answer waits until what was written before has been read
function whenReady(model, act) {
  return follow(model, "ready", (ready) => act(!ready));
}

function clock(iso) {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

// where words go, and the key: asked of the kit for each showing, and remembered only for a moment,
// since a kernel may begin anew and a journal may be locked meanwhile
let asked = 0, answered;
function whereabouts(base) {
  if (Date.now() - asked > 2000) {
    asked = Date.now();
    answered = fetch(`${base}kit/where`, { headers: { "X-Kit": "page" } }).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  }
  return answered;
}

export async function render(context) {
  const { model, el } = context;
  el.classList.add("kit");
  const draw = kinds[model.get("kind")];
  const undo = await draw(context);
  const arrive = () => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (model.get("arrivals")) el.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  };
  model.on("change:arrivals", arrive);
  requestAnimationFrame(() => requestAnimationFrame(arrive)); // once what stands around it is laid out
  const notebook = document.body.dataset.notebook ?? location.pathname.split("/tree/")[1]; // only the page knows its own file
  const shown = async () => {
    const where = await whereabouts(context.base); // asked anew each time: the journal may be locked meanwhile
    try {
      model.send(where.kind ? { shown: true, notebook, where } : { shown: true, notebook });
    } catch { /* the page is closing, and the line to its kernel is cut already */ }
  };
  // what changed in one activity may stand in others too: they read the journal again
  const others = ({ renew }) => { if (renew) document.dispatchEvent(new CustomEvent("kit-renew", { detail: el.closest(".kit-activity") })); };
  const renewed = ({ detail }) => { if (!detail?.contains(el)) shown(); };
  model.on("msg:custom", others);
  document.addEventListener("kit-renew", renewed);
  await shown();
  return () => { model.off("msg:custom", others); document.removeEventListener("kit-renew", renewed); undo?.(); };
}
