/* The desk by keyboard: one finding is in hand, its words are outlined in the text, and the other way round. */
const desk = () => document.querySelector("[data-desk]");
const lines = () => [...document.querySelectorAll("[data-desk] [data-field]")];
const inHand = () => document.querySelector("[data-desk] [data-field][aria-current]");
const wordsOf = (line) => line.dataset.words && document.getElementById(`chu-${line.dataset.words}`);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function see(element) {
  element?.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

/* Take a finding in hand: it opens, its words are outlined. */
function take(line) {
  if (!line) return;
  for (const other of document.querySelectorAll("[data-desk] [aria-current]")) {
    if (other.matches("[data-field], [data-mark]")) other.removeAttribute("aria-current");
  }
  line.setAttribute("aria-current", "true");
  wordsOf(line)?.setAttribute("aria-current", "true");
  line.focus({ preventScroll: true });
  see(line);
  if (matchMedia("(min-width: 60em)").matches) see(wordsOf(line));
}

function step(by) {
  const all = lines();
  const at = all.indexOf(inHand());
  take(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

const press = (selector) => inHand()?.querySelector(selector)?.click();
const ACTS = {
  down: () => step(1),
  up: () => step(-1),
  accept: () => press("button[name=accept]"),
  refuse: () => press("button[name=refuse]"),
  reopen: () => press("button[name=reopen]"),
  correct: () => press("[data-correct]"),
  words: () => { const words = inHand() && wordsOf(inHand()); words?.focus(); see(words); },
  sure: () => document.querySelector("[data-sure-all]")?.click(),
};

document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-desk-act]");
  if (act) { ACTS[act.dataset.deskAct](); return; }
  if (!desk()?.contains(event.target)) return;
  const mark = event.target.closest("[data-mark]");
  if (mark) {
    event.preventDefault();
    take(document.getElementById(`dieu-${mark.dataset.mark}`));
    return;
  }
  const number = event.target.closest("a.num");
  const line = event.target.closest("[data-field]");
  if (number) { event.preventDefault(); take(line); see(wordsOf(line)); return; }
  if (line && !event.target.closest("a, button")) take(line);
});

/* What the page also calls "sửa". */
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select") || document.body.hasAttribute("data-no-single-keys");
  if (event.key === "s" && !typing && !event.ctrlKey && !event.metaKey && desk()) ACTS.correct();
});

/* After a decision the next finding is in hand; the keyboard goes on from there. */
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "desk") take(inHand());
});
