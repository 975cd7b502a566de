/* A button that copies the field it names; where the browser refuses, the text is marked to be copied by hand. */
export function copying(root) {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const field = root.getElementById(button.dataset.copy);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { if (!root.execCommand("copy")) return; }
    const note = root.querySelector("[data-copy-note]");
    if (note) note.textContent = button.dataset.copied;
  });
}
