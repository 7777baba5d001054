// What the reading view's page does besides its parts: show progress, know the step, wake itself.
(() => {
  document.documentElement.lang = "en-GB";
  const base = document.body.dataset.baseUrl.replace(/voila\/$/, "");
  // the address knows the folder, too
  const notebook = decodeURIComponent(location.pathname.split("/voila/render/")[1] ?? "") || document.body.dataset.notebook;
  document.body.dataset.notebook = notebook;
  document.querySelector(".kit-bar a[target]").href = `${base}kit/lab/${notebook.split("/").map(encodeURIComponent).join("/")}`;
  const headers = { "X-Kit": "page", "Content-Type": "application/json" };
  const words = () => document.getElementById("main") || document.getElementById("rendered_cells");
  const ready = () => {
    words().setAttribute("role", "main"); // Voilà moves the words into a frame of its own
    words().tabIndex = -1;
    const question = document.querySelector("#rendered_cells h1"); // a page of one's own is named by its box
    if (question && document.title === notebook.replace(/\.ipynb$/, "")) document.title = question.textContent;
    document.body.classList.remove("opening"); document.getElementById("kit-opening")?.remove(); };

  // Voilà calls these while it runs the cells of a page that was not kept warm
  window.voila_heartbeat = () => {};
  let moved = Date.now();
  window.voila_process = (cell, count) => {
    moved = Date.now();
    const bar = document.querySelector("#kit-opening progress");
    if (bar) bar.value = Math.round((100 * cell) / count);
  };
  window.display_cells = () => {};
  window.voila_finish = () => { window.cellLoaded = true; waitForParts(); };

  function waitForParts() {
    const expected = document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]').length;
    const started = Date.now();
    (function look() {
      const here = document.querySelector(".kit");
      const broken = !here && (!expected || missing() || Date.now() - started > 20000);
      if (broken && again()) return;
      if (here || broken) { ready(); follow(); return; }
      setTimeout(look, 60);
    })();
  }
  // a kernel that died while it made this page, or kept it warm, leaves its parts empty
  const missing = () => [...document.querySelectorAll(".jp-OutputArea-output.jupyter-widgets")].some((part) => part.textContent.endsWith("model not found"));
  // open the page once more, but not for ever
  function again() {
    const key = `kit-again ${notebook}`, last = Number(sessionStorage.getItem(key));
    sessionStorage.setItem(key, Date.now());
    if (Date.now() - last > 120000) { location.reload(); return true; }
    notice("This page did not open as it should. What you wrote is kept.");
    return false;
  }

  // steps: which one the reader is at, kept so that the next opening starts there
  let current = "", telling = 0;
  function follow() {
    const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const headings = [...document.querySelectorAll("#rendered_cells h2")].filter((heading) => {
      heading.id = slug(heading.firstChild.textContent);
      return document.querySelector(`[data-step="${heading.id}"]`);
    });
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.4);
      const now = passed.at(-1)?.id || headings[0]?.id || "";
      if (now === current) return;
      current = now;
      let before = true;
      document.querySelectorAll("[data-step]").forEach((link) => {
        const here = link.dataset.step === now;
        if (here) before = false;
        link.parentElement.classList.toggle("done", before);
        if (here) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
      });
      clearTimeout(telling);
      telling = setTimeout(tell, 1500);
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
    tell();
    settle(location.hash.slice(1));
  }
  const tell = () => current && fetch(`${base}kit/place`, { method: "POST", headers, keepalive: true, body: JSON.stringify({ notebook, step: current }) }).catch(() => {});
  // parts above the step still grow while they draw: hold the step in view until they settle
  function settle(step) {
    const heading = step && document.getElementById(step);
    if (!heading) return;
    let stopped = false;
    for (const act of ["wheel", "keydown", "pointerdown", "touchstart"]) addEventListener(act, () => { stopped = true; }, { once: true });
    const size = new ResizeObserver(() => { if (!stopped) heading.scrollIntoView(); });
    size.observe(document.getElementById("rendered_cells"));
    setTimeout(() => size.disconnect(), 4000);
  }

  // words that are invented, or not kept, are marked as such on every page
  const MARKS = {
    demonstration: "Demonstration: every word in it is invented, and yours are not kept.",
    session: "Nothing is kept: what you type is gone when the kit closes.",
    memory: "Nothing is kept: what you type is gone when this page closes.",
  };
  fetch(`${base}kit/where`, { headers }).then((answer) => answer.json()).catch(() => ({})).then(({ kind }) => {
    if (!MARKS[kind]) return;
    const mark = document.createElement("p");
    mark.className = "kit-kept"; mark.textContent = MARKS[kind];
    document.querySelector(".kit-top").before(mark);
  });

  // a page that rested too long has lost its kernel: say so, or simply begin again
  const kernel = () => JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}").kernelId;
  function notice(text, mayOpenAgain = true) {
    const old = document.querySelector(".kit-notice");
    if (old?.firstChild.data === text) return;
    quiet();
    const bar = document.createElement("div");
    bar.className = "kit-notice"; bar.setAttribute("role", "alert"); bar.append(text);
    if (mayOpenAgain) {
      const again = document.createElement("button");
      again.textContent = "Open the page again"; again.onclick = () => location.reload();
      bar.append(again);
    }
    document.body.append(bar);
    document.body.style.paddingBottom = `${bar.offsetHeight}px`; // it covers nothing for good
    if (document.activeElement?.getBoundingClientRect().bottom > bar.getBoundingClientRect().top - 60) document.activeElement.scrollIntoView({ block: "center" });
  }
  function quiet() { document.querySelector(".kit-notice")?.remove(); document.body.style.paddingBottom = ""; }
  // words that were typed since are with no kernel, and the journal may be locked: never say they are kept
  const resting = () => (globalThis.kitUnkept?.()
    ? notice("What you typed last is not kept yet. See what is said below it; this page goes on trying.", false)
    : notice("This page has been resting. What you wrote is kept."));
  async function wake() {
    const opening = document.body.classList.contains("opening");
    if (opening && Date.now() - moved > 60000) notice("This page takes long to open. What you wrote is kept.");
    if (document.visibilityState !== "visible" || opening) return;
    try {
      const answer = await fetch(`${base}kit/alive/${kernel()}`, { headers });
      if (answer.status === 404) resting();
      else quiet();
    } catch {
      notice("The kit is closed. Start it again with: python3 kit.py open. What you saved is kept.");
    }
  }
  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  setInterval(wake, 20000);
})();
