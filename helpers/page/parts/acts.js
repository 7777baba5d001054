// acts: markup that says something, and buttons that do something
kinds.markup = ({ model, el }) => {
  const box = make("div", { class: "kit-markup", role: model.get("live") ? "status" : null });
  const problem = make("p", { class: "kit-problem", role: "alert" });
  el.append(box, problem);
  follow(model, "problem", (text) => { problem.textContent = text; problem.hidden = !text; });
  return follow(model, "html", (html) => { box.innerHTML = html; box.hidden = !html; });
};

// tells buttons with the same words apart, for those who hear the page
function named(model, button) {
  const say = () => {
    const about = model.get("about");
    if (about) button.setAttribute("aria-label", `${model.get("label")}: ${about}`); else button.removeAttribute("aria-label");
  };
  follow(model, "label", say);
  follow(model, "about", say);
}

kinds.button = ({ model, el }) => {
  const button = make("button", { type: "button", onclick: () => model.send({ pressed: true }) });
  const working = (message) => { if ("busy" in message) button.toggleAttribute("aria-busy", message.busy); };
  model.on("msg:custom", working);
  follow(model, "label", (text) => { button.textContent = text; });
  named(model, button);
  follow(model, "quiet", (quiet) => { button.className = quiet ? "kit-quiet" : "kit-button"; });
  follow(model, "disabled", (off) => { button.disabled = off; });
  el.append(button);
  return () => model.off("msg:custom", working);
};

// a fold whose inside the kernel builds at the first opening
kinds.fold = ({ model, el }) => {
  const button = make("button", { type: "button", class: "kit-foldhead", "aria-expanded": "false", onclick: () => model.send({ pressed: true }) });
  follow(model, "label", (text) => { button.innerHTML = ""; button.append(make("span", {}, text), make("span", { class: "kit-minutes" }, model.get("hint"))); });
  named(model, button);
  follow(model, "unfolded", (isOpen) => {
    button.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen && el.closest(".kit-fold")?.contains(document.activeElement)) button.focus(); // what had it goes out of sight
  });
  el.append(make("h3", { class: "kit-foldtitle" }, button));
};

// a timer that only ever tells: nothing stops when it ends
kinds.timer = ({ model, el }) => {
  const minutes = model.get("minutes");
  const said = make("p", { class: "kit-saved", role: "status" });
  const rest = make("span", { class: "kit-output", "aria-hidden": "true" });
  let end = 0, tick = 0;
  const show = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    rest.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left === 60 && minutes > 1) said.textContent = "One minute left.";
    if (!left) { stop(); said.textContent = "Time to hear from each other. Take longer if you need it."; }
  };
  const stop = () => { clearInterval(tick); tick = 0; button.textContent = `Start a gentle timer, ${minutes} minutes`; };
  const button = make("button", { type: "button", class: "kit-quiet", onclick() {
    if (tick) { rest.textContent = ""; said.textContent = "Timer stopped."; return stop(); }
    end = Date.now() + minutes * 60000; said.textContent = `${minutes} minutes. There is no hurry.`;
    button.textContent = "Stop the timer"; tick = setInterval(show, 1000); show();
  } });
  stop();
  el.append(make("div", { class: "kit-timer" }, button, rest, said));
  return () => clearInterval(tick);
};
