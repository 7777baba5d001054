// Every part carries only these lines; the module that draws it is fetched once for the page.
// Where the kit's own server is not there (another notebook program), the kernel sends it.
function base() {
  const config = document.getElementById("jupyter-config-data");
  return (config && JSON.parse(config.textContent).baseUrl) || "/";
}
function ask(model, name) {
  return new Promise((resolve) => {
    const take = (message, buffers) => {
      if (message.file !== name) return;
      model.off("msg:custom", take);
      resolve(new TextDecoder().decode(buffers[0]));
    };
    model.on("msg:custom", take);
    model.send({ need: name });
  });
}
async function fromKernel(model) {
  const style = document.createElement("style");
  style.textContent = await ask(model, "look.css");
  document.head.append(style);
  const blob = new Blob([await ask(model, "page.js")], { type: "text/javascript" });
  return import(URL.createObjectURL(blob));
}
export default {
  async render({ model, el }) {
    globalThis.kitModule ??= import(base() + "kit/page.js").catch(() => fromKernel(model));
    globalThis.kitModule.catch(() => { globalThis.kitModule = undefined; }); // the next part tries again
    const page = await globalThis.kitModule;
    return page.render({ model, el, ask, base: base() });
  },
};
