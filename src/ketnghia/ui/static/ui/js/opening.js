/* A total opened where it stands: its figures come below it, and go again when it is closed. */
export function opening(root) {
  root.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens][aria-expanded=true]");
    if (!opener) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    let row = opener.closest("tr").nextElementSibling;
    while (row?.classList.contains("opened")) {
      const next = row.nextElementSibling;
      row.remove();
      row = next;
    }
    opener.setAttribute("aria-expanded", "false");
  }, true);
  root.addEventListener("htmx:afterRequest", (event) => {
    if (event.target.matches?.("[data-opens]") && event.detail.successful) event.target.setAttribute("aria-expanded", "true");
  });
}
