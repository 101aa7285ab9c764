// What every page does with script, and nothing that a page needs: forms that send themselves when a choice changes,
// links with a key of their own, links that change one part of a page in place.
"use strict";

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-sends-itself]");
  if (form && !event.target.matches("input:not([type=checkbox])")) form.requestSubmit();
});

// Filters that ask for nothing stay out of the address.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  // What is focused keeps the keys that open it.
  if (["Enter", " "].includes(event.key) && event.target.closest("a, button, summary")) return;
  const link = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!link) return;
  event.preventDefault();
  link.click();
});

async function swap(address, part) {
  document.body.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = response.ok && next.getElementById(part);
    if (!fresh) throw new Error(response.statusText);
    document.getElementById(part).replaceWith(document.adoptNode(fresh));
    document.title = next.title;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  try {
    await swap(link.href, link.dataset.swap);
    history.pushState({ swap: link.dataset.swap }, "", link.href);
    document.dispatchEvent(new CustomEvent("hudna:swapped"));
  } catch {
    location.assign(link.href);
  }
});

addEventListener("popstate", () => location.reload());

// On a narrow screen the menu scrolls: the page that is open stays in sight.
document.querySelector(".pages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
