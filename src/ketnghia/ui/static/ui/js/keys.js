/* Single keys: / search, ? all keys, g then a letter to go, and what the page itself gives a key (data-press).
   Only outside fields; can be switched off. */
/* Enter on one of these is its own. */
const PRESSING = "a, button, summary";
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
    const pressed = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
    const own = event.key === "Enter" && event.target.closest(PRESSING) ? null
      : root.querySelector(`main [data-press="${CSS.escape(pressed)}"]`);
    if (own) { event.preventDefault(); own.click(); return; }
    if (event.key === "g") { waiting = true; setTimeout(() => { waiting = false; }, 1500); }
    if (event.key === "/") {
      event.preventDefault();
      const here = root.querySelector("main input[type=search]");
      if (here) here.focus(); else root.querySelector("[data-key-search]")?.click();
    }
    if (event.key === "?") { event.preventDefault(); help(root); }
  });
}

const DRAWN = { ArrowLeft: "←", ArrowRight: "→" };

/* The table of keys, with those of this page at its end. */
function help(root) {
  const dialog = root.querySelector("[data-keys-help]");
  if (!dialog || dialog.open) return;
  for (const line of dialog.querySelectorAll("[data-own-key]")) line.remove();
  for (const link of root.querySelectorAll("main [data-press]")) {
    const line = root.createElement("div");
    line.dataset.ownKey = "";
    const key = root.createElement("dt"), words = root.createElement("dd");
    key.append(root.createElement("kbd"));
    key.firstChild.textContent = DRAWN[link.dataset.press] ?? link.dataset.press;
    // The key a page draws beside its words is not said twice.
    words.textContent = [...link.childNodes].filter((node) => node.nodeName !== "KBD").map((node) => node.textContent).join("").trim();
    line.append(key, words);
    dialog.querySelector("dl").append(line);
  }
  dialog.showModal();
}
