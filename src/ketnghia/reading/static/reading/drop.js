/* Files and folders dropped on the frame go into its file input; the form is sent at once. */
const READABLE = /\.(txt|html?|docx|pdf)$/i;

export function dropping(root) {
  for (const form of root.querySelectorAll("[data-drop]")) bind(form);
}

function bind(form) {
  const over = (is) => form.toggleAttribute("data-over", is);
  form.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  form.addEventListener("dragleave", (event) => { if (!form.contains(event.relatedTarget)) over(false); });
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    const files = entries.length ? (await Promise.all(entries.map(filesOf))).flat() : plain;
    if (!files.length) return;
    const kept = new DataTransfer();
    for (const file of files) kept.items.add(file);
    form.querySelector("input[type=file]:not([webkitdirectory])").files = kept.files;
    form.requestSubmit();
  });
}

/* Every file below an entry; of a folder only what the reader reads. */
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    found.push(...(await Promise.all(some.map(filesOf))).flat());
  }
  return found.filter((file) => READABLE.test(file.name));
}

dropping(document);
