/* Choose one record by typing: a combobox over the list its address serves. */
const PAUSE = 150;

export function finders(root) {
  for (const box of root.querySelectorAll?.("[data-finder]:not([data-bound])") ?? []) bind(box);
}

function bind(box) {
  box.dataset.bound = "";
  const value = box.querySelector("input[type=hidden]");
  const words = box.querySelector("[role=combobox]");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  let timer, asked = 0, active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    words.setAttribute("aria-expanded", "false");
    words.removeAttribute("aria-activedescendant");
  }
  function mark(place) {
    const all = options();
    active = (place + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    words.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }
  function choose(option) {
    value.value = option.dataset.value;
    words.value = option.dataset.label ?? option.textContent.trim();
    close();
    value.dispatchEvent(new Event("change", { bubbles: true }));
  }
  async function look() {
    const mine = ++asked;
    const address = new URL(box.dataset.finder, location.href);
    address.searchParams.set("q", words.value);
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    if (!answer.ok || mine !== asked) return;
    list.innerHTML = await answer.text();
    options().forEach((option, at) => { option.id = `${list.id}-${at}`; option.setAttribute("aria-selected", "false"); });
    const number = options().length;
    if (!number) list.replaceChildren();
    list.hidden = !number;
    status.textContent = number ? `${list.getAttribute("aria-label")}: ${number}` : box.dataset.none;
    status.classList.toggle("sr", number > 0);
    active = -1;
    words.setAttribute("aria-expanded", String(!list.hidden));
  }
  words.addEventListener("input", (event) => {
    status.textContent = "";
    if (!event.isTrusted) return;
    value.value = "";
    clearTimeout(timer);
    timer = setTimeout(() => { if (words.value.trim().length > 1) look(); else close(); }, PAUSE);
  });
  words.addEventListener("keydown", (event) => {
    if (list.hidden) { if (event.key === "ArrowDown" && words.value.trim()) look(); return; }
    if (event.key === "ArrowDown") { event.preventDefault(); mark(active + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(active - 1); }
    if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(options()[active]); }
    if (event.key === "Escape") close();
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); choose(option); }
  });
  words.addEventListener("blur", () => setTimeout(close, 150));
}
