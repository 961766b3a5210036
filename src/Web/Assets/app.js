// Comforts only: every page works without this file.
"use strict";

const box = document.querySelector("input[name=q], input[name=topic]");

function typing(element) {
  return element && (element.tagName === "INPUT" || element.tagName === "TEXTAREA" || element.tagName === "SELECT");
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
  if (event.key === "/" && box) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll("a.hit-title")];
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement);
    const next = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
    links[next].focus();
  }
});

// Suggestions for the end of the query: a list under the box, chosen with the arrow keys or the pointer.
function suggest(input) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let chosen = -1;
  let asked = 0;
  let timer = 0;

  function show(found) {
    chosen = -1;
    list.replaceChildren(...found.map((suggestion, index) => {
      const item = document.createElement("li");
      item.id = `suggestion-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.query = suggestion.query;
      item.textContent = `${suggestion.label} \u00B7 ${suggestion.kind === "source" ? "outlet" : suggestion.kind} \u00B7 ${suggestion.count}`;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function take(item) {
    input.value = item.dataset.query;
    show([]);
    input.focus();
  }

  function choose(index) {
    const items = [...list.children];
    if (chosen >= 0) items[chosen].setAttribute("aria-selected", "false");
    chosen = (index + items.length) % items.length;
    items[chosen].setAttribute("aria-selected", "true");
    items[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  async function ask() {
    const number = ++asked;
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(input.value)}`).catch(() => null);
    const found = answer && answer.ok ? await answer.json().catch(() => []) : [];
    if (number === asked && document.activeElement === input) show(found);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("blur", () => { asked++; show([]); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  });
}

const query = document.querySelector("header input[name=q]");
if (query) suggest(query);
