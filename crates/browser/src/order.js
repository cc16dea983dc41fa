// Returns what is not in order with the page, one sentence each.
const faults = [];
const fault = (text) => faults.push(text);
const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const describe = (element) => {
  const id = element.id ? `#${element.id}` : "";
  const name = element.getAttribute("name");
  const text = (element.innerText || "").trim().slice(0, 40);
  return `<${element.localName}${id}${name ? ` name=${name}` : ""}>${text ? ` “${text}”` : ""}`;
};

if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(document.documentElement.lang)) fault("html has no language");
if (!document.title.trim()) fault("the page has no title");
if (!document.querySelector("main")) fault("there is no <main>");
if (!document.querySelector("meta[name=viewport]")) fault("there is no viewport for phones");

const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(shown);
if (headings.filter((heading) => heading.localName === "h1").length !== 1) fault("there is not exactly one h1");
let level = 0;
for (const heading of headings) {
  const next = Number(heading.localName[1]);
  if (next > level + 1) fault(`${describe(heading)} leaves out a level of headings`);
  level = next;
}

const ids = new Set();
for (const element of document.querySelectorAll("[id]")) {
  if (ids.has(element.id)) fault(`the id ${element.id} is there twice`);
  ids.add(element.id);
}

const named = (element) => {
  const words = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  return Boolean(
    (element.getAttribute("aria-label") || "").trim() ||
      words.some((id) => document.getElementById(id)?.textContent.trim()) ||
      [...(element.labels || [])].some((label) => label.textContent.trim()),
  );
};
for (const field of document.querySelectorAll("input:not([type=hidden],[type=submit],[type=button]),select,textarea")) {
  if (!named(field)) fault(`${describe(field)} has no label`);
  const described = (field.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean);
  for (const id of described) {
    if (!document.getElementById(id)) fault(`${describe(field)} is described by ${id}, which is not there`);
  }
}
for (const element of document.querySelectorAll("button,a[href],summary,input[type=submit],input[type=button]")) {
  const picture = element.querySelector("img[alt]:not([alt='']),svg[aria-label],svg title");
  if (!(named(element) || element.textContent.trim() || element.value || element.title || picture)) {
    fault(`${describe(element)} has no name: ${element.outerHTML.slice(0, 80)}`);
  }
}
for (const group of document.querySelectorAll("fieldset")) {
  if (!group.querySelector("legend") && !named(group)) fault(`${describe(group)} has no legend`);
}
for (const image of document.querySelectorAll("img")) {
  if (!image.hasAttribute("alt")) fault(`a picture has no text: ${image.outerHTML.slice(0, 80)}`);
  if (image.complete && image.naturalWidth === 0) fault(`a picture did not load: ${image.outerHTML.slice(0, 80)}`);
}
for (const table of document.querySelectorAll("table")) {
  if (!table.querySelector("th")) fault(`${describe(table)} has no header cells`);
}
for (const element of document.querySelectorAll("[tabindex]")) {
  if (element.tabIndex > 0) fault(`${describe(element)} changes the order of the keyboard`);
}

const page = document.documentElement;
if (page.scrollWidth > page.clientWidth + 1) {
  const wide = [...document.body.querySelectorAll("*")]
    .filter((element) => shown(element) && element.getBoundingClientRect().right > page.clientWidth + 1)
    .slice(0, 3);
  fault(`the page is ${page.scrollWidth} wide in a window of ${page.clientWidth}: ${wide.map(describe).join(", ")}`);
}

if (navigator.maxTouchPoints > 0) {
  for (const element of document.querySelectorAll("button,select,input:not([type=hidden]),nav a,a.button")) {
    // A button only for the Enter key is nobody's target.
    if (element.closest("[aria-hidden=true]")) continue;
    const box = (element.closest("label") || [...(element.labels || [])][0] || element).getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const [width, height] = [Math.max(box.width, own.width), Math.max(box.height, own.height)];
    if (shown(element) && own.width > 1 && (width < 24 || height < 24)) {
      fault(`${describe(element)} is only ${Math.round(width)}×${Math.round(height)} large for a finger`);
    }
  }
}

// Contrast of text with the solid colours behind it (WCAG 2.2, 1.4.3); pictures behind text are left out.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const brush = canvas.getContext("2d", { willReadFrequently: true });
const seen = new Map();
const colour = (text) => {
  if (!seen.has(text)) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = text;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    seen.set(text, [red, green, blue, alpha / 255]);
  }
  return seen.get(text);
};
const over = ([red, green, blue, alpha], ground) =>
  [red, green, blue].map((part, index) => part * alpha + ground[index] * (1 - alpha));
const ground = (element) => {
  if (!element) return colour(getComputedStyle(page).colorScheme === "dark" ? "black" : "white").slice(0, 3);
  const style = getComputedStyle(element);
  if (style.backgroundImage !== "none") return null;
  const own = colour(style.backgroundColor);
  if (own[3] === 1) return own.slice(0, 3);
  const behind = ground(element.parentElement);
  return behind && over(own, behind);
};
const light = (parts) => {
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const told = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || told.has(element) || !shown(element)) continue;
  if (element.closest("script,style,noscript,template,[disabled],[aria-disabled=true],option")) continue;
  told.add(element);
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) continue;
  const style = getComputedStyle(element);
  const behind = ground(element);
  if (!behind) continue;
  const [one, two] = [light(over(colour(style.color), behind)), light(behind)];
  const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  if (contrast < (large ? 3 : 4.5) - 0.005) {
    fault(`${describe(element)} has a contrast of only ${contrast.toFixed(2)} (${style.color})`);
  }
}
return faults;
