/* Single keys: / search, ? all keys, g then a letter to go. Only outside fields; can be switched off. */
const TYPING = "input, textarea, select, [contenteditable]";

export function keys(root) {
  let waiting = false;
  root.addEventListener("keydown", (event) => {
    if (root.body.hasAttribute("data-no-single-keys")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
    if (waiting) {
      waiting = false;
      const link = root.querySelector(`.nav [data-key="${CSS.escape(event.key)}"]`);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (event.key === "g") { waiting = true; setTimeout(() => { waiting = false; }, 1500); }
    if (event.key === "/") {
      event.preventDefault();
      const here = root.querySelector("main input[type=search]");
      if (here) here.focus(); else root.querySelector("[data-key-search]")?.click();
    }
    if (event.key === "?") { event.preventDefault(); root.querySelector("[data-keys-help]")?.showModal(); }
  });
}
