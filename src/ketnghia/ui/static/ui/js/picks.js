/* Buttons that save typing: `data-set` writes a field, `data-insert` adds a word where one types. */
export function picks(root) {
  for (const group of root.querySelectorAll?.("[data-picks][hidden]") ?? []) group.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-set], button[data-insert]");
  const field = button?.form?.elements[button.dataset.set ?? button.dataset.insert];
  if (!field) return;
  if (button.dataset.set) field.value = button.dataset.value;
  else insert(field, button.dataset.value);
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

function insert(field, word) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const before = start && !/\s$/.test(value.slice(0, start)) ? " " : "";
  field.setRangeText(`${before}${word} `, start, end, "end");
}
