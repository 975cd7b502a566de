/* A link that prints the page it stands on; without a script it only opens the page again. */
export function printing(root) {
  root.addEventListener("click", (event) => {
    if (!event.target.closest("[data-print]")) return;
    event.preventDefault();
    window.print();
  });
}
