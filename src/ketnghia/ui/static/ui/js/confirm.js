/* Only what cannot be undone asks first: data-confirm holds the question, the button names the thing. */
export function confirming(root) {
  const dialog = root.querySelector("[data-confirm-dialog]");
  if (!dialog?.showModal) return;
  let waiting = null;
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-confirm]");
    if (!button || button === waiting) return;
    event.preventDefault();
    waiting = button;
    dialog.querySelector("p").textContent = button.dataset.confirm;
    dialog.querySelector("[value=yes]").textContent = button.textContent.trim();
    dialog.returnValue = "no";
    dialog.showModal();
    dialog.querySelector("[value=no]").focus();
  });
  dialog.addEventListener("close", () => {
    const button = waiting;
    if (dialog.returnValue === "yes") button?.click();
    waiting = null;
    button?.focus();
  });
}
