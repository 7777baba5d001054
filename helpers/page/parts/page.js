// page: leaving links open beside the page, since a page that is left loses its kernel
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".kit a[href^='mailto:'], .kit a[href^='http']");
  if (link && !link.href.startsWith(location.origin)) { link.target = "_blank"; link.rel = "noopener"; }
});

// where a press takes its own button away, the reader stays at what stood around it
let held = null, around = [];
document.addEventListener("focusin", ({ target }) => {
  held = target;
  around = [];
  for (let one = target.closest(".kit-card, .kit-activity"); one; one = one.parentElement?.closest(".kit-card, .kit-activity")) around.push(one);
});
new MutationObserver(() => {
  if (!held || held.isConnected) return;
  setTimeout(() => { // what took its place may take the focus itself
    if (!held || held.isConnected || document.activeElement !== document.body) return;
    const left = around.find((one) => one.isConnected);
    held = null;
    if (!left) return;
    if (!left.hasAttribute("tabindex")) left.tabIndex = -1;
    left.focus({ preventScroll: true });
  }, 150);
}).observe(document.body, { childList: true, subtree: true });
