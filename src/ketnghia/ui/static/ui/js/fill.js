/* One tap on a proposal fills the fields of its form; without a script its link does. */
export function filling(root) {
  root.addEventListener("click", (event) => {
    const proposal = event.target.closest?.("[data-fill]");
    const form = proposal?.closest("form");
    if (!form) return;
    event.preventDefault();
    let first;
    for (const [name, value] of Object.entries(proposal.dataset)) {
      const field = name.startsWith("fill") && form.elements[fieldName(name)];
      if (!field) continue;
      field.value = value;
      first ??= field;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    first?.focus();
    first?.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/* data-fill-begins_on is read as fillBegins_on. */
const fieldName = (name) => name.slice(4, 5).toLowerCase() + name.slice(5);
