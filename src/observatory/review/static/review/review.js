// Corrects a field by words of the text: by selecting them with the mouse, or with the keyboard word by word. Offsets
// are counted in characters, not in the halves that JavaScript counts, and go with the form; the server checks them.
"use strict";

const reading = document.getElementById("reading");
const help = document.getElementById("choosing-help");
const text = reading.textContent;
const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => [found.index, found.index + found[0].length]);
let cursor = null;

const openForm = () => document.querySelector("details.correction[open] form");
const characters = (end) => [...text.slice(0, end)].length;

// The inputs that chosen words go to: of the figures' form those of the row that was used last, else of the new one.
function target(form) {
  const fields = [...form.querySelectorAll(".words-field")];
  const field = fields.find((one) => one.dataset.used) ?? fields.at(-1);
  return field && { words: field.querySelector("[name=words]"), spans: field.querySelector("[name=spans]") };
}

function add(start, end) {
  const form = openForm();
  const inputs = form && target(form);
  if (!inputs || start >= end) return;
  const surface = text.slice(start, end);
  const many = "many" in form.dataset;
  const spans = many ? JSON.parse(inputs.spans.value || "[]") : [];
  spans.push({ surface, start: characters(start), end: characters(end) });
  inputs.spans.value = JSON.stringify(spans);
  const before = many ? inputs.words.value.trim() : "";
  inputs.words.value = before ? `${before} | ${surface}` : surface;
  if (!many) leave();
}

function drop() {
  const inputs = target(openForm());
  inputs.words.value = inputs.words.value.split("|").slice(0, -1).map((one) => one.trim()).join(" | ");
}

// The place in the page of a place in the text.
function at(offset) {
  const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (walker.nextNode()) {
    const length = walker.currentNode.data.length;
    if (offset <= before + length) return [walker.currentNode, offset - before];
    before += length;
  }
  return [reading, reading.childNodes.length];
}

function offsetOf(node, offset) {
  const range = document.createRange();
  range.setStart(reading, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function stretch() {
  const [first, last] = [Math.min(cursor.from, cursor.to), Math.max(cursor.from, cursor.to)];
  return [Math.min(words[first][0] + cursor.off, words[first][1] - 1), words[last][1]];
}

function show() {
  const [start, end] = stretch();
  getSelection().setBaseAndExtent(...at(start), ...at(end));
  at(end)[0].parentElement.scrollIntoView({ block: "nearest" });
}

function choose() {
  if (!openForm() || !target(openForm()) || !words.length) return;
  const mark = reading.querySelector(".mark-trigger");
  const start = mark ? offsetOf(mark, 0) : 0;
  const here = Math.max(0, words.findIndex(([, end]) => end > start));
  cursor = { from: here, to: here, off: 0 };
  help.hidden = false;
  reading.classList.add("choosing");
  reading.tabIndex = -1;
  reading.focus({ preventScroll: true });
  show();
}

function leave() {
  const was = cursor;
  cursor = null;
  help.hidden = true;
  reading.classList.remove("choosing");
  getSelection().removeAllRanges();
  if (was) openForm()?.querySelector("button[value=correct]").focus();
}

function move(step, widen) {
  cursor.to = Math.min(words.length - 1, Math.max(0, cursor.to + step));
  if (!widen) [cursor.from, cursor.off] = [cursor.to, 0];
  show();
}

const STEPS = { ArrowLeft: 1, ArrowRight: -1, ArrowDown: 10, ArrowUp: -10 };

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab" || event.key === "Shift") return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key in STEPS) move(STEPS[event.key], event.shiftKey);
  else if (event.key === "-") { cursor.off += 1; show(); }
  else if (event.key === "Enter") add(...stretch());
  else if (event.key === "Backspace") drop();
  else if (event.key === "Escape") leave();
}

document.addEventListener("keydown", (event) => {
  if (cursor && reading.contains(event.target)) return pressed(event);
  const details = document.querySelector("details.correction[open]");
  if (!details || event.defaultPrevented) return;
  if (event.key === "Escape") {
    event.preventDefault();
    details.open = false;
    details.querySelector("summary").focus();
  } else if (event.key === "w" && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    choose();
  }
}, true);

reading.addEventListener("pointerup", () => setTimeout(() => {
  const selected = getSelection();
  if (!openForm() || selected.isCollapsed || !reading.contains(selected.anchorNode)) return;
  const range = selected.getRangeAt(0);
  let [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  add(start, end);
  cursor = null;
  selected.removeAllRanges();
}));

document.addEventListener("focusin", (event) => {
  const field = event.target.closest(".words-field");
  if (!field) return;
  for (const one of field.closest("form").querySelectorAll(".words-field")) delete one.dataset.used;
  field.dataset.used = "yes";
});

// Opened here and not by the browser, which tells of it later: keys that follow at once are not lost.
document.addEventListener("click", (event) => {
  const summary = event.target.closest("details.correction > summary");
  if (summary) {
    event.preventDefault();
    const details = summary.parentElement;
    details.open = !details.open;
    if (details.open) opened(details);
    else leave();
  }
  if (event.target.closest("[data-choose]")) choose();
  if (event.target.closest("[data-cancel]")) event.target.closest("details").open = false;
});

function opened(details) {
  for (const other of document.querySelectorAll("details.correction[open]")) if (other !== details) other.open = false;
  for (const one of details.querySelectorAll(".scripted, [data-cancel]")) one.hidden = false;
  details.closest(".field-row").scrollIntoView({ block: "nearest" });
  const first = details.querySelector("select, input:not([type=hidden])");
  if (first.name === "words") choose();
  else first.focus({ preventScroll: true });
}

for (const details of document.querySelectorAll(".note-form")) {
  details.addEventListener("toggle", () => details.open && details.querySelector("textarea").focus());
}
const refused = document.querySelector("details.correction[open]");
if (refused) for (const one of refused.querySelectorAll(".scripted, [data-cancel]")) one.hidden = false;
reading.querySelector(".mark-trigger")?.scrollIntoView({ block: "nearest" });
