// The front desk's forms: sent by the page's own script, so that no other site can send them.
(() => {
  const main = document.querySelector("main");
  const shown = document.getElementById("code-shown");
  const go = (then) => location.assign(then || main.dataset.then || "/");

  // what belongs to the computer chosen above
  const choose = () => {
    const whose = document.querySelector("[name=whose]:checked")?.value;
    document.querySelectorAll("[data-for]").forEach((part) => { part.hidden = !whose || !part.dataset.for.split(" ").includes(whose); });
  };
  document.querySelectorAll("[name=whose]").forEach((box) => box.addEventListener("change", choose));
  choose();

  document.querySelectorAll("[data-show]").forEach((box) => box.addEventListener("change", () => {
    box.closest("form").querySelectorAll("[autocomplete$=password]").forEach((field) => { field.type = box.checked ? "text" : "password"; });
  }));

  document.querySelectorAll("form").forEach((form) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button:not([type=button])");
    const problem = form.querySelector("[role=alert]");
    const say = (text) => { problem.textContent = text; problem.hidden = !text; };
    // folding a passphrase away does not take it back
    const folded = [...form.querySelectorAll("details:not([open])")].find((fold) => !fold.hidden && [...fold.querySelectorAll("[autocomplete$=password]")].some((field) => field.value));
    if (folded) { folded.open = true; return say(main.dataset.folded); }
    const fields = [...form.querySelectorAll("[name]")].filter((field) => !field.closest("[hidden]") && !field.closest("details:not([open])") && (field.type !== "radio" || field.checked));
    const sent = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    if (button.hasAttribute("aria-busy")) return;
    say("");
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`/kit/desk/${form.dataset.act}`, { method: "POST", headers: { "X-Kit": "page", "Content-Type": "application/json" }, body: JSON.stringify({ ...sent, then: main.dataset.then }) });
      const told = await answer.json();
      if (!answer.ok) return say(told.problem);
      if (told.code) return showCode(told);
      if (["protect", "change", "take_off", "lock"].includes(form.dataset.act)) return location.reload();
      go(told.then);
    } catch {
      say("The kit is not answering. Start it again with: python3 kit.py open");
    } finally {
      button.removeAttribute("aria-busy");
    }
  }));

  function showCode({ code, then }) {
    main.querySelectorAll(":scope > :not(#code-shown)").forEach((part) => { part.hidden = true; });
    shown.hidden = false;
    shown.querySelector(".kit-code").textContent = code;
    shown.querySelector("button").onclick = () => go(then);
    shown.focus();
    scrollTo(0, 0);
  }
})();
