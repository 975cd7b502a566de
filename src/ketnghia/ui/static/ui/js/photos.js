/* Photos are shrunk on the device before they are sent: no position, the day kept, children marked. */
import { takenOn } from "./exif.js";
import { get, put, remove } from "./store.js";

const SIDE = 1600;
const QUALITY = 0.82;
const chosen = new WeakMap();

export function photos(root) {
  for (const field of root.querySelectorAll?.("[data-photos]:not([data-photos-bound])") ?? []) bind(field);
}

/* What is sent instead of the file input: shrunk pictures, their days, and whose show children. */
export function photosOf(form) {
  const field = form.querySelector("[data-photos]");
  return field ? (chosen.get(field) ?? []) : [];
}

export function forgetPhotos(form) {
  if (form.querySelector("[data-photos]")) remove(keyOf());
}

const keyOf = () => `photos:${location.pathname}`;

async function bind(field) {
  field.dataset.photosBound = "";
  const input = field.querySelector("input[type=file]");
  chosen.set(field, []);
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    for (const file of files) {
      const blob = await shrink(file);
      if (blob) chosen.get(field).push({ blob, name: file.name, taken: await takenOn(file), children: false });
      show(field);
    }
    keep(field);
  });
  const kept = field.closest("form[data-draft]") && (await get(keyOf()));
  if (kept?.length) {
    chosen.set(field, kept);
    show(field);
  }
}

const keep = (field) => {
  if (field.closest("form[data-draft]")) put(keyOf(), chosen.get(field));
};

async function shrink(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

function show(field) {
  const list = field.querySelector("[data-photos-chosen]");
  const items = chosen.get(field);
  for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  list.replaceChildren(...items.map((item, place) => thumb(field, item, place)));
  list.hidden = items.length === 0;
}

function thumb(field, item, place) {
  const node = field.querySelector("template[data-photo]").content.cloneNode(true).firstElementChild;
  const image = node.querySelector("img");
  image.src = URL.createObjectURL(item.blob);
  image.alt = item.name;
  const mark = node.querySelector("input");
  mark.checked = item.children;
  mark.addEventListener("change", () => { item.children = mark.checked; keep(field); });
  node.querySelector("button").addEventListener("click", () => {
    chosen.get(field).splice(place, 1);
    show(field);
    keep(field);
    field.querySelector("input[type=file]").focus();
  });
  return node;
}
