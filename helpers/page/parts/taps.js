// taps: big buttons of which one is on. The page keeps the time and sends all taps with each one,
// so that a slow kernel loses none.
const NOBODY = -1, PAUSED = -2, ENDED = -3;
const running = new Set(); // timers that count now: leaving the page would lose them
addEventListener("beforeunload", (event) => { if (running.size) event.preventDefault(); });

function lasted(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

kinds.taps = ({ model, el }) => {
  const said = (name) => model.get("said")[name] ?? "";
  const whole = make("div", { class: "kit-taps", role: "group", "aria-label": model.get("label") });
  const clockFace = make("p", { class: "kit-tapclock" });
  const list = make("div", { class: "kit-seats" });
  const status = make("p", { class: "kit-saved", role: "status" });
  let taps, added, laid, before, buttons, lock;

  const names = () => [...model.get("seats"), ...model.get("spare").slice(0, added)];
  const now = () => Math.max(Date.now(), taps.at(-1)?.[0] ?? 0); // a clock put back runs no time backward
  const on = () => taps.at(-1)?.[1] ?? null; // what is on: a seat, or one of the three above
  const counts = () => on() !== null && on() >= NOBODY;

  function totals() {
    const sums = new Map(), end = now();
    let spoke = null; // who goes on after a pause is still in the same turn
    taps.forEach(([at, who], place) => {
      const one = sums.get(who) ?? { ms: 0, turns: 0 };
      one.ms += (taps[place + 1]?.[0] ?? end) - at;
      if (who !== spoke) one.turns += 1;
      if (who >= NOBODY) spoke = who;
      sums.set(who, one);
    });
    return sums;
  }
  function tick() {
    const sums = totals();
    let all = 0;
    for (const [who, { ms }] of sums) if (who >= NOBODY) all += ms;
    clockFace.textContent = `${on() === null ? said("ready") : on() === PAUSED ? said("paused") : on() === ENDED ? said("ended") : said("running")} ${lasted(all)}`;
    buttons.forEach(({ node, who, time, mark }) => {
      const one = sums.get(who) ?? { ms: 0, turns: 0 };
      node.setAttribute("aria-pressed", String(on() === who));
      time.textContent = `${lasted(one.ms)}${who >= 0 ? ` · ${one.turns} ${one.turns === 1 ? said("turn") : said("turns")}` : ""}`;
      mark.textContent = on() === who ? said("now") : "";
    });
    pause.textContent = on() === PAUSED || on() === ENDED ? said("go_on") : said("pause");
    pause.disabled = on() === null;
    undo.disabled = !taps.length && !before;
    undo.textContent = !taps.length && before ? said("bring_back") : said("undo");
    end.disabled = !counts() && on() !== PAUSED;
    anew.disabled = !taps.length;
    more.disabled = added >= model.get("spare").length || names().length >= 20;
    if (counts()) running.add(whole); else running.delete(whole);
  }
  function tell(text) {
    tick();
    status.textContent = text;
    try { model.send({ taps, added, laid }); } catch { /* the kernel is gone: the page still counts */ }
  }
  function tap(who) {
    if (who === on()) return;
    if (!taps.length) before = null;
    taps.push([now(), who]);
    awake();
    const name = who >= 0 ? said("speaks").replace("{name}", names()[who]) : said({ [NOBODY]: "nobody_on", [PAUSED]: "paused_on", [ENDED]: "ended_on" }[who]);
    tell(name);
  }
  // a phone that goes dark in a meeting cannot be tapped
  async function awake() {
    if (counts() && !lock) lock = await navigator.wakeLock?.request("screen").catch(() => null);
    if (!counts() && lock) { lock.release(); lock = null; }
  }
  const speaker = () => taps.findLast(([, who]) => who >= NOBODY)?.[1] ?? NOBODY;
  const control = (act) => make("button", { type: "button", class: "kit-quiet", onclick: act });
  const pause = control(() => tap(counts() ? PAUSED : speaker()));
  const undo = control(() => {
    const [at, what] = taps.at(-1) ?? [];
    if (taps.length) taps.pop();
    else if (before) { taps = before; before = null; }
    if (what === ENDED && counts()) taps.push([at, PAUSED]); // nobody spoke while the meeting was over
    tell(said(what === ENDED ? "end_undone" : "undone"));
  });
  const end = control(() => tap(ENDED));
  end.className = "kit-button";
  const more = control(() => { added += 1; draw(); tell(said("added").replace("{name}", names().at(-1))); buttons.at(-2).node.focus(); });
  const anew = control(() => { before = taps; taps = []; tell(said("begun_anew")); });
  [[more, "add"], [end, "end"], [anew, "anew"]].forEach(([node, name]) => { node.textContent = said(name); });

  function seat(name, who, digit) {
    const time = make("span", { class: "kit-seattime", "aria-hidden": "true" }); // it changes each second: not for ears
    const mark = make("span", { class: "kit-seatmark", "aria-hidden": "true" });
    const hint = digit === null ? null : make("kbd", { "aria-hidden": "true" }, String(digit));
    const node = make("button", { type: "button", class: "kit-seat", "aria-keyshortcuts": digit, onclick: () => tap(who) },
      make("span", { class: "kit-seatname" }, hint, name), time, mark);
    return { node, who, time, mark };
  }
  function draw() {
    buttons = [...names().map((name, place) => seat(name, place, place < 9 ? place + 1 : null)), seat(said("nobody"), NOBODY, 0)];
    buttons.at(-1).node.classList.add("kit-nobody");
    list.replaceChildren(...buttons.map(({ node }) => node));
  }
  // a digit works only while the focus is in here
  whole.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || !/^[0-9]$/.test(event.key)) return;
    const button = event.key === "0" ? buttons.at(-1) : buttons[Number(event.key) - 1];
    if (!button || (event.key !== "0" && button.who < 0)) return;
    event.preventDefault();
    button.node.focus();
    tap(button.who);
  });
  const begin = () => {
    laid = model.get("laid"); added = model.get("added"); before = null;
    taps = model.get("taps").map((one) => [...one]);
    draw(); tick();
    status.textContent = "";
  };
  whole.append(clockFace, list, make("div", { class: "kit-tapcontrols" }, pause, undo, more, end, anew), status);
  el.append(whole);
  const stop = follow(model, "laid", begin);
  const beat = setInterval(tick, 500);
  return () => {
    if (counts()) tap(PAUSED); // out of sight, nobody is counted
    clearInterval(beat); running.delete(whole); lock?.release(); stop();
  };
};
