// figure: title, finding, chart, and the numbers as a table; the drawing library comes once for the page
const TOOLBAR = { displaylogo: false, showSendToCloud: false, plotlyServerURL: "", responsive: false, displayModeBar: false };

async function plotly({ model, ask, base }) {
  globalThis.kitPlotly ??= new Promise((resolve, reject) => {
    const amd = globalThis.define; // the library must not hand itself to a module loader
    globalThis.define = undefined;
    const done = (act) => () => { globalThis.define = amd; act(globalThis.Plotly); };
    const script = make("script", { src: `${base}kit/plotly.js` });
    script.addEventListener("load", done(resolve));
    script.addEventListener("error", done(() => ask(model, "plotly.js").then((text) => {
      document.head.append(make("script", {}, text));
      resolve(globalThis.Plotly);
    }, reject)));
    document.head.append(script);
  });
  return globalThis.kitPlotly;
}

function tableOf({ columns, rows, caption }) {
  const head = make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)));
  const line = (row) => make("tr", {}, ...row.map((value, at) => make(at ? "td" : "th", { scope: at ? null : "row" }, String(value))));
  return make("table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...rows.map(line)));
}

// rows that change places glide there, so that the eye can follow which passed which
function glide(chart, before, after) {
  if (!before || !after || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const labels = [...chart.querySelectorAll(".infolayer .annotation")]; // all names, then all values
  const bars = [...chart.querySelectorAll(".barlayer .trace")].map((trace) => trace.querySelectorAll(".point"));
  const time = { duration: 900, easing: "ease-in-out" };
  const tops = labels.slice(0, after.length).map((name) => name.getBoundingClientRect().top);
  after.forEach((row, at) => {
    const was = before.indexOf(row);
    if (was < 0 || was === at) return;
    const path = { translate: [`0 ${tops[was] - tops[at]}px`, "0 0"] };
    for (const part of [labels[at], labels[at + after.length], ...bars.map((points) => points[at])]) part?.animate(path, time);
    chart.querySelector(".scatterlayer")?.animate({ opacity: [0, 0, 1] }, time); // marks wait for their bars
  });
}

kinds.figure = async (context) => {
  const { model, el } = context;
  const title = make("figcaption", { id: unique("title") });
  const finding = make("p", { class: "kit-finding", id: unique("finding"), role: "status" });
  const chart = make("div", { class: "kit-chart", role: "img", "aria-labelledby": `${title.id} ${finding.id}` });
  const numbers = make("div", { class: "kit-scroll", tabindex: "0", role: "region", "aria-label": "The numbers as a table" });
  const table = make("details", {}, make("summary", {}, "The numbers as a table"), numbers);
  const picture = (format) => make("button", { type: "button", class: "kit-link", onclick: () => keepPicture(format) }, `Save as ${format.toUpperCase()}`);
  const tools = make("p", { class: "kit-tools" }, picture("png"), picture("svg"));
  el.append(make("figure", { class: "kit-figure", role: "group", "aria-labelledby": title.id }, title, finding, chart, tools, table));
  async function keepPicture(format) {
    const library = await plotly(context);
    const drawn = JSON.parse(JSON.stringify(model.get("figure"))); // a picture leaves the page: it carries its title
    drawn.layout = { ...drawn.layout, title: { text: model.get("title"), subtitle: { text: model.get("finding") } } };
    drawn.layout.margin = { ...drawn.layout.margin, t: 110 };
    const url = await library.toImage(drawn, { format, width: 1200, height: 620, scale: format === "png" ? 2 : 1 });
    const link = make("a", { download: `${model.get("filename")}.${format}`, href: url });
    document.body.append(link); link.click(); link.remove();
  }
  const stops = [
    follow(model, "title", (text) => { title.textContent = text; }),
    follow(model, "finding", (text) => { finding.textContent = text; }),
  ];
  const fill = () => { if (table.open) numbers.replaceChildren(tableOf(model.get("table"))); };
  table.addEventListener("toggle", fill);
  model.on("change:table", fill);
  const library = await plotly(context);
  let queued = false, stood;
  const draw = async () => {
    queued = false;
    const { data, layout } = model.get("figure");
    const narrow = chart.clientWidth < 520;
    await library.react(chart, data, { ...layout, ...(narrow && !(layout.height <= 320 || layout.height > 420) ? { height: 320 } : {}), autosize: true }, TOOLBAR);
    const rows = layout.meta?.rows;
    glide(chart, stood, rows);
    stood = rows;
  };
  const redraw = () => { if (!queued) { queued = true; requestAnimationFrame(draw); } };
  model.on("change:figure", redraw);
  // draw when it has a width: a figure inside a closed part has none
  const size = new ResizeObserver(() => { if (chart.clientWidth) redraw(); });
  size.observe(chart);
  return () => { size.disconnect(); stops.forEach((stop) => stop()); library.purge(chart); };
};
