// fields: controls that hold an answer. Each sends {value, client, seq}; the kernel answers with "saved".
kinds.text = (context) => {
  const { model, el } = context;
  const id = unique("text");
  const rows = model.get("rows");
  const box = make(rows > 1 ? "textarea" : "input", { id, rows, maxlength: model.get("longest"), placeholder: model.get("placeholder"), autocomplete: "off", spellcheck: "true", lang: "en-GB" });
  const label = make("label", { for: id });
  const { hint, problem, saved } = notes(model, box);
  const keep = keeper(context, saved, () => box.value);
  const past = pastOf(context, () => box);
  const caution = cautionOf(context, box, keep);
  const grow = () => { if (rows > 1) { box.style.height = "auto"; box.style.height = `${box.scrollHeight + 4}px`; } };
  follow(model, "label", (text) => { label.textContent = text; });
  const stop = follow(model, "value", (value) => { if (!keep.pending() && box.value !== (value ?? "")) { box.value = value ?? ""; requestAnimationFrame(grow); } });
  const cut = make("p", { class: "kit-problem", role: "alert", hidden: true });
  box.addEventListener("paste", (event) => {
    const room = box.maxLength - box.value.length + box.selectionEnd - box.selectionStart;
    const over = (event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n").length ?? 0) - room;
    cut.hidden = over <= 0;
    cut.textContent = over > 0 ? `Only ${box.maxLength.toLocaleString("en-GB")} characters fit: the last ${over.toLocaleString("en-GB")} of what you pasted were left out.` : "";
  });
  box.addEventListener("input", (event) => { if (event.inputType !== "insertFromPaste") cut.hidden = true; keep.touched(); grow(); });
  box.addEventListener("blur", keep.send);
  whenReady(model, (wait) => { box.readOnly = wait; });
  el.append(make("div", { class: "kit-field kit-words" }, label, hint, box, cut, problem, saved, caution.node, past.node));
  let width = 0; // on another width the words take other lines
  const wider = new ResizeObserver(() => { if (box.clientWidth !== width) { width = box.clientWidth; grow(); } });
  wider.observe(box);
  return () => { wider.disconnect(); stop(); keep.end(); caution.end(); past.end(); };
};

// one of several (radio), several of several (checkbox): nothing is chosen beforehand
function options(type) {
  return (context) => {
    const { model, el } = context;
    const name = unique("choice");
    const legend = make("legend", {});
    const list = make("div", { class: "kit-options" });
    const set = make("fieldset", { class: `kit-field${model.get("inline") ? " kit-inline" : ""}` }, legend);
    const { hint, problem, saved } = notes(model, set);
    const chosen = () => Array.from(list.querySelectorAll("input:checked"), (box) => box.value);
    const read = () => (type === "radio" ? chosen()[0] ?? null : chosen());
    const keep = keeper(context, saved, read);
    const clear = make("button", { class: "kit-link", type: "button", onclick() {
      list.querySelectorAll("input").forEach((box) => { box.checked = false; });
      keep.touched(true); mark(); list.querySelector("input").focus();
    } }, "Clear my answer");
    const mark = () => { clear.hidden = type !== "radio" || !model.get("prompt").id || !chosen().length; };
    follow(model, "label", (text) => { legend.textContent = text; });
    follow(model, "options", (entries) => {
      list.replaceChildren(...Object.entries(entries).map(([value, text]) => {
        const id = unique("option");
        const box = make("input", { type, name, id, value, onchange: () => { keep.touched(true); mark(); } });
        return make("div", { class: "kit-option" }, box, make("label", { for: id }, text));
      }));
    });
    const stop = follow(model, "value", (value) => {
      if (keep.pending()) return;
      const wanted = new Set([value ?? []].flat());
      list.querySelectorAll("input").forEach((box) => { box.checked = wanted.has(box.value); });
      mark();
    });
    whenReady(model, (wait) => { set.disabled = wait; });
    const past = pastOf(context, () => list.querySelector("input:checked") ?? list.querySelector("input"));
    set.append(hint, list, clear, problem, saved, past.node);
    el.append(set);
    return () => { stop(); keep.end(); past.end(); };
  };
}
kinds.choice = options("radio");
kinds.ticks = options("checkbox");

kinds.select = (context) => {
  const { model, el } = context;
  const id = unique("select");
  const box = make("select", { id });
  const { hint, problem, saved } = notes(model, box);
  const keep = keeper(context, saved, () => box.value || null);
  const label = make("label", { for: id });
  follow(model, "label", (text) => { label.textContent = text; });
  follow(model, "options", (entries) => {
    const empty = model.get("placeholder");
    const first = empty ? [make("option", { value: "" }, empty)] : [];
    box.replaceChildren(...first, ...Object.entries(entries).map(([value, text]) => make("option", { value }, text)));
    box.value = model.get("value") ?? "";
  });
  const stop = follow(model, "value", (value) => { if (!keep.pending()) box.value = value ?? ""; });
  box.addEventListener("change", () => keep.touched(true));
  whenReady(model, (wait) => { box.disabled = wait; });
  const past = pastOf(context, () => box);
  el.append(make("div", { class: "kit-field" }, label, hint, box, problem, saved, past.node));
  return () => { stop(); keep.end(); past.end(); };
};

kinds.slider = (context) => {
  const { model, el } = context;
  const id = unique("slider");
  const { minimum, maximum, step, unit } = model.get("range");
  const box = make("input", { type: "range", id, min: minimum, max: maximum, step });
  const shown = make("output", { for: id, class: "kit-output" });
  const { hint, problem, saved } = notes(model, box);
  const keep = keeper(context, saved, () => Number(box.value));
  const say = () => { shown.textContent = `${box.value}${unit}`; box.setAttribute("aria-valuetext", shown.textContent); };
  const label = make("label", { for: id });
  follow(model, "label", (text) => { label.textContent = text; });
  const stop = follow(model, "value", (value) => { if (!keep.pending()) { box.value = value ?? minimum; say(); } });
  let waiting = 0;
  whenReady(model, (wait) => { box.disabled = wait; });
  box.addEventListener("input", () => { say(); cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => keep.touched(true)); });
  const past = pastOf(context, () => box);
  el.append(make("div", { class: "kit-field" }, make("div", { class: "kit-sliderhead" }, label, shown), hint, box, problem, saved, past.node));
  return () => { stop(); keep.end(); past.end(); };
};

function simple(type) {
  return (context) => {
    const { model, el } = context;
    const id = unique(type);
    const limits = model.get("range") || {};
    const box = make("input", { type, id, min: limits.minimum, max: limits.maximum, step: limits.step });
    const { hint, problem, saved } = notes(model, box);
    const read = () => (type === "number" && box.value !== "" ? Number(box.value) : box.value || null);
    const keep = keeper(context, saved, read);
    const label = make("label", { for: id });
    follow(model, "label", (text) => { label.textContent = text; });
    const stop = follow(model, "value", (value) => { if (!keep.pending()) box.value = value ?? ""; });
    box.addEventListener("change", () => keep.touched(true));
    whenReady(model, (wait) => { box.disabled = wait; });
    const past = pastOf(context, () => box);
    el.append(make("div", { class: "kit-field kit-short" }, label, hint, box, problem, saved, past.node));
    return () => { stop(); keep.end(); past.end(); };
  };
}
kinds.date = simple("date");
kinds.number = simple("number");

// one choice for each of several rows: {row: choice}; rows without a mark are left out
kinds.marks = (context) => {
  const { model, el } = context;
  const legend = make("legend", {});
  const list = make("div", { class: "kit-marks" });
  const set = make("fieldset", { class: "kit-field" }, legend);
  const { hint, problem, saved } = notes(model, set);
  const boxes = () => Array.from(list.querySelectorAll("select"));
  const read = () => Object.fromEntries(boxes().filter((box) => box.value).map((box) => [box.dataset.row, box.value]));
  const keep = keeper(context, saved, read);
  const fill = () => { const value = model.get("value") || {}; boxes().forEach((box) => { box.value = value[box.dataset.row] ?? ""; }); };
  follow(model, "label", (text) => { legend.textContent = text; });
  follow(model, "rows", (rows) => {
    const entries = Object.entries(model.get("options"));
    list.replaceChildren(...rows.map(({ id, label, html }) => {
      const box = make("select", { "aria-label": `${label}: ${model.get("asked")}`, "data-row": id, onchange: () => keep.touched(true) },
        make("option", { value: "" }, model.get("placeholder")), ...entries.map(([value, text]) => make("option", { value }, text)));
      return make("div", { class: "kit-mark" }, make("div", { html }), box);
    }));
    fill();
  });
  const stop = follow(model, "value", () => { if (!keep.pending()) fill(); });
  whenReady(model, (wait) => { set.disabled = wait; });
  const past = pastOf(context, () => list.querySelector("select"));
  set.append(hint, list, problem, saved, past.node);
  el.append(set);
  return () => { stop(); keep.end(); past.end(); };
};
