/* What is typed is kept on the device after every pause, offered again, and forgotten once received. */
const PAUSE = 600;
const PREFIX = "draft:";

export function drafts(root) {
  for (const form of root.querySelectorAll?.("form[data-draft]:not([data-draft-bound])") ?? []) keep(form);
}

/* A draft that was sent is forgotten when the answer is another page, or the form anew. */
export function forgetSent(root) {
  const failed = root.querySelector("[data-not-received]");
  for (const key of Object.keys(safe(() => ({ ...localStorage }), {}))) {
    const saved = key.startsWith(PREFIX) ? read(key) : null;
    if (!saved?.sent) continue;
    const name = key.slice(key.lastIndexOf(":") + 1);
    const form = key === keyOf(name) && root.querySelector(`form[data-draft="${CSS.escape(name)}"]`);
    if (failed || (form && isRefused(form))) write(key, { ...saved, sent: false });
    else if (!form || cameFromHere()) remove(key);
  }
}

/* Sent from this page and led back to it; going back or reloading after a fault is neither. */
function cameFromHere() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry?.type === "navigate" && document.referrer.split(/[?#]/)[0] === location.origin + location.pathname;
}

const isRefused = (form) => Boolean(form.querySelector("[aria-invalid], [role=alert]"));

export function forgetDraft(form) {
  if (form.dataset.draft) remove(keyOf(form.dataset.draft));
}

function keep(form) {
  form.dataset.draftBound = "";
  const key = keyOf(form.dataset.draft);
  const note = document.querySelector("[data-draft-note]") ?? newNote(form);
  const saved = read(key);
  const first = values(form);
  if (saved && !isRefused(form) && same(saved.first, first) && !same(saved.typed, first)) restore(form, saved.typed, note);
  let timer;
  const save = () => {
    write(key, { first: saved?.first ?? first, typed: values(form) });
    if (note) note.textContent = note.dataset.draftNote.replace("…", new Date().toTimeString().slice(0, 5));
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    write(key, { first: saved?.first ?? first, typed: values(form), sent: true });
  });
}

function newNote(form) {
  const words = document.querySelector("template[data-draft-words]");
  if (!words) return null;
  form.append(words.content.cloneNode(true));
  return form.querySelector("[data-draft-note]");
}

const isKept = (field) =>
  field.name && !["password", "file", "submit", "button"].includes(field.type)
  && (field.type !== "hidden" || field.closest("[data-finder]"));

function values(form) {
  const kept = {};
  for (const field of form.elements) {
    if (!isKept(field) || (["checkbox", "radio"].includes(field.type) && !field.checked)) continue;
    const chosen = field.multiple ? [...field.selectedOptions].map((option) => option.value) : [field.value];
    kept[field.name] = [...(kept[field.name] ?? []), ...chosen];
  }
  return kept;
}

function restore(form, typed, note) {
  const left = structuredClone(typed);
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    const kept = left[field.name];
    if (["checkbox", "radio"].includes(field.type)) field.checked = kept?.includes(field.value) ?? false;
    else if (field.multiple) for (const option of field.options) option.selected = kept?.includes(option.value) ?? false;
    else if (kept?.length) field.value = kept.shift();
  }
  if (note) note.textContent = note.dataset.draftBack;
}

const keyOf = (name) => `${PREFIX}${location.pathname}:${name}`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/* A full or closed store loses only the draft. */
function safe(act, otherwise) { try { return act(); } catch { return otherwise; } }
const read = (key) => safe(() => JSON.parse(localStorage.getItem(key)), null);
const write = (key, value) => safe(() => localStorage.setItem(key, JSON.stringify(value)));
const remove = (key) => safe(() => localStorage.removeItem(key));
