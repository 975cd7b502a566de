/* What opens over the page closes by Escape and by a tap elsewhere; some parts start closed on phones. */
export function closing(root) {
  if (matchMedia("(max-width: 47.99em)").matches) {
    for (const part of root.querySelectorAll("details[data-closed-on-phone]")) part.open = false;
  }
  root.addEventListener("click", (event) => {
    for (const list of root.querySelectorAll("details[data-closes][open]")) {
      if (!list.contains(event.target)) list.open = false;
    }
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const list = event.target.closest?.("details[data-closes][open]");
    if (!list) return;
    list.open = false;
    list.querySelector("summary").focus();
  });
}
