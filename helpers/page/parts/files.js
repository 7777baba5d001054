// files: in by acknowledged pieces, out as a download made in the browser
const PIECE = 1024 * 1024;

kinds.upload = ({ model, el }) => {
  const id = unique("file");
  const box = make("input", { type: "file", id, accept: model.get("accept") });
  const label = make("label", { for: id });
  const { hint, problem } = notes(model, box);
  const bar = make("progress", { max: 100, "aria-label": "File being read", hidden: true });
  const said = make("p", { class: "kit-saved", role: "status" });
  let run = 0;
  follow(model, "label", (text) => { label.textContent = text; });
  const acknowledged = (asked, number) => new Promise((resolve) => {
    const take = (message) => {
      if (message.run !== asked || message.received !== number) return;
      model.off("msg:custom", take);
      resolve(message.stop);
    };
    model.on("msg:custom", take);
  });
  box.addEventListener("change", async () => {
    const file = box.files[0];
    if (!file) return;
    const mine = ++run;
    bar.hidden = false;
    model.send({ run: mine, start: { name: file.name, size: file.size } });
    let stop = await acknowledged(mine, -1);
    for (let at = 0, number = 0; at < file.size && !stop && mine === run; at += PIECE, number += 1) {
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      const answer = acknowledged(mine, number);
      model.send({ run: mine, piece: number }, undefined, [piece]);
      stop = await answer;
      bar.value = Math.min(100, Math.round((100 * (at + PIECE)) / file.size));
      said.textContent = `${bar.value} %`;
    }
    if (!stop && mine === run) model.send({ run: mine, finish: true });
    bar.hidden = true;
    said.textContent = "";
    box.value = ""; // the same file can be chosen again after it was corrected
  });
  el.append(make("div", { class: "kit-field" }, label, hint, box, bar, said, problem));
};

function keepAs(name, parts, type) {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob(parts, { type })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

kinds.download = ({ model, el }) => {
  const said = make("span", { class: "kit-saved", role: "status" });
  const button = make("button", { type: "button", class: "kit-quiet", onclick() { said.textContent = "Making the file…"; model.send({ pressed: true }); } });
  const take = (message, buffers) => {
    if (message.problem) { said.textContent = message.problem; return; }
    if (!message.name) return;
    keepAs(message.name, buffers, message.type);
    said.textContent = `${message.name} is in your downloads.`;
  };
  model.on("msg:custom", take);
  follow(model, "label", (text) => { button.textContent = text; });
  el.append(make("span", { class: "kit-download" }, button, said));
  return () => model.off("msg:custom", take);
};
