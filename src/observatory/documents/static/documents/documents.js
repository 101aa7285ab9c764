// Keys and clicks of a document's page: j and k, the arrows within the list of claims, a click on a marked word.
"use strict";

document.addEventListener("keydown", (event) => {
  const arrow = { ArrowDown: "j", ArrowUp: "k" }[event.key];
  if (!arrow || !event.target.closest(".claims")) return;
  const link = document.querySelector(`a[data-key="${arrow}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (!mark || !getSelection().isCollapsed) return;
  const chosen = document.getElementById("document").dataset.chosen;
  const numbers = mark.dataset.claims.split(" ");
  if (!numbers.includes(chosen)) document.querySelector(`#claim-${numbers.at(-1)} .claim-line`)?.click();
});

document.addEventListener("hudna:swapped", () => {
  document.querySelector(".claim.chosen")?.scrollIntoView({ block: "nearest" });
  document.querySelector(".reading .mark-trigger")?.scrollIntoView({ block: "nearest" });
  document.querySelector(".claim.chosen .claim-line")?.focus({ preventScroll: true });
});
