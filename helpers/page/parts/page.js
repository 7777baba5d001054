// page: leaving links open beside the page, since a page that is left loses its kernel
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".kit a[href^='mailto:'], .kit a[href^='http']");
  if (link && !link.href.startsWith(location.origin)) { link.target = "_blank"; link.rel = "noopener"; }
});
