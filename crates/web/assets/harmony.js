// Small comforts. Every page works without this file.
"use strict";

// Ask before leaving a half-filled form, but never when it is being sent.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let touched = false;
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("submit", () => { touched = false; });
  addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
}

// A form is sent once: a second press on the button waits. (The server would notice too.)
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => { delete form.dataset.sent; }, 8000);
  });
}

// Files: names and sizes at once, and the limit before the upload instead of after it.
for (const drop of document.querySelectorAll(".drop")) {
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("ul");
  const show = () => {
    list.replaceChildren(...[...input.files].map((file) => {
      const item = document.createElement("li");
      const size = (file.size / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
      item.textContent = `${file.name} (${size} MB)`;
      return item;
    }));
    const limit = Number(input.dataset.limit);
    const large = [...input.files].some((file) => file.size > limit);
    input.setCustomValidity(large ? input.dataset.tooLarge : "");
    if (large) input.reportValidity();
  };
  input.addEventListener("change", show);
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault(); drop.classList.remove("over"); input.files = event.dataTransfer.files; show();
  });
}

// Parts of a form that only matter after a certain answer. Without script they are all there.
for (const part of document.querySelectorAll("[data-when]")) {
  const [name, value] = part.dataset.when.split("=");
  const update = () => {
    const chosen = [...document.getElementsByName(name)].find((input) => input.checked || input.tagName === "SELECT");
    part.hidden = !value.split("|").includes(chosen?.value);
  };
  for (const input of document.getElementsByName(name)) input.addEventListener("change", update);
  update();
}

// The menu on a phone closes with Escape and when the page is touched elsewhere.
const menu = document.querySelector("details.pop");
if (menu) {
  addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
  addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
}

// Arrows go from row to row of a list.
addEventListener("keydown", (event) => {
  const links = [...document.querySelectorAll("tbody th a")];
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) { event.preventDefault(); links[at + step]?.focus(); }
});

// What went wrong, or what was done, is where a reader starts.
document.querySelector(".summary, .notice[tabindex]")?.focus();
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
