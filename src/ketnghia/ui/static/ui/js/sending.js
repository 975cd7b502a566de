/* A form that must not be lost on a weak line: sent by hand, kept on the device until received. */
import { forgetDraft } from "./drafts.js";
import { forgetPhotos, photosOf } from "./photos.js";
import { get, keys, put, remove } from "./store.js";

const PREFIX = "send:";

export function sending(root) {
  for (const form of root.querySelectorAll?.("form[data-send]:not([data-send-bound])") ?? []) bind(form);
}

function bind(form) {
  form.dataset.sendBound = "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form);
  });
  tellLine(form);
  for (const kind of ["online", "offline"]) addEventListener(kind, () => form.isConnected && tellLine(form));
}

async function submit(form) {
  if (form.dataset.sending !== undefined) return;
  form.dataset.sending = "";
  const data = new FormData(form);
  data.delete("photo");
  for (const photo of photosOf(form)) {
    data.append("photo", photo.blob, photo.name.replace(/\.\w+$/, "") + ".jpg");
    data.append("photo_taken_on", photo.taken);
    data.append("photo_children", photo.children ? "1" : "0");
  }
  const waiting = { url: form.action || location.href, entries: [...data.entries()] };
  try {
    received(await send(waiting), form);
  } catch {
    await put(PREFIX + (data.get("client_key") || Date.now()), waiting);
    form.dataset.waiting = "";
    tellLine(form);
  } finally {
    delete form.dataset.sending;
  }
}

/* Received means another page; the same page again says what is wrong with what was typed. */
async function received(answer, form) {
  if (answer.redirected) {
    forgetDraft(form);
    forgetPhotos(form);
    location.assign(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("main");
  if (!fresh) return;
  const field = form.querySelector("[data-photos]");
  const photosAnew = fresh.querySelector("[data-photos]");
  if (field && photosAnew) photosAnew.replaceWith(field);
  document.querySelector("main").replaceChildren(...fresh.childNodes);
  window.htmx?.process(document.querySelector("main"));
  document.dispatchEvent(new CustomEvent("kn:renewed"));
  document.querySelector("main [role=alert], main [aria-invalid], main #heard")?.scrollIntoView({ block: "center" });
}

async function send({ url, entries }) {
  const data = new FormData();
  for (const [name, value] of entries) {
    if (name !== "csrfmiddlewaretoken") data.append(name, value, ...(value instanceof Blob ? [value.name ?? "anh.jpg"] : []));
  }
  const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
  const answer = await fetch(url, { method: "POST", body: data, headers });
  const isOut = answer.redirected && new URL(answer.url).pathname === document.body.dataset.signIn;
  if (answer.status >= 500 || answer.status === 403 || isOut) throw new Error(String(answer.status));
  return answer;
}

function tellLine(form) {
  const words = document.querySelector("template[data-offline-words]");
  const told = document.querySelector("[data-offline-told]");
  const isWaiting = !navigator.onLine || form.dataset.waiting !== undefined;
  if (!isWaiting) told?.remove();
  if (!isWaiting || told || !words) return;
  const note = document.createElement("div");
  note.dataset.offlineTold = "";
  note.append(words.content.cloneNode(true));
  form.before(note);
}

/* What waited is sent when a line is there again, on whatever page the person is by then. */
export async function sendWaiting() {
  for (const key of (await keys()).filter((name) => String(name).startsWith(PREFIX))) {
    const waiting = await get(key);
    try {
      const answer = await send(waiting);
      if (!answer.redirected) continue;
      await remove(key);
      tellSent(answer.url);
    } catch {
      return;
    }
  }
}

function tellSent(url) {
  const words = document.querySelector("template[data-sent-words]");
  const place = document.querySelector("main");
  if (!words || !place) return;
  const note = words.content.cloneNode(true).firstElementChild;
  note.querySelector("a").href = url;
  place.prepend(note);
  document.querySelector("[data-offline-told]")?.remove();
  const form = document.querySelector("form[data-send][data-waiting]");
  if (form) {
    delete form.dataset.waiting;
    forgetDraft(form);
    forgetPhotos(form);
  }
}
