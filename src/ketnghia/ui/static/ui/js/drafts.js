/* What is typed is kept on the device after every pause, offered again, and forgotten once sent. */
const PAUSE = 600;

export function drafts(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) keep(form);
}

function keep(form) {
  const key = `draft:${location.pathname}:${form.dataset.draft}`;
  const note = document.querySelector("[data-draft-note]");
  const saved = read(key);
  const refused = form.querySelector("[aria-invalid]");
  if (saved && !refused && !same(saved, values(form))) restore(form, saved, note);
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(key, values(form));
      if (note) note.textContent = note.dataset.draftNote.replace("…", new Date().toTimeString().slice(0, 5));
    }, PAUSE);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); remove(key); });
}

function values(form) {
  const kept = {};
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.type === "password" || field.type === "file") continue;
    if ((field.type === "checkbox" || field.type === "radio") && !field.checked) continue;
    kept[field.name] = [...(kept[field.name] ?? []), field.value];
  }
  return kept;
}

function restore(form, saved, note) {
  const empty = Object.values(values(form)).flat().every((value) => value === "");
  if (!empty) return;
  for (const field of form.elements) {
    if (!(field.name in saved) || field.type === "hidden") continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = saved[field.name].includes(field.value);
    else field.value = saved[field.name][0];
  }
  if (note?.dataset.draftBack) note.textContent = note.dataset.draftBack;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
function read(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } }
function write(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* a full or closed store loses only the draft */ } }
function remove(key) { try { localStorage.removeItem(key); } catch { /* see above */ } }
