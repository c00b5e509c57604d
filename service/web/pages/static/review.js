// Keys for the buttons, and the next pair without loading the page: the forms do the work, with or without this.
const KEPT = "crossclaim-review-keys";
const review = document.getElementById("review");
const help = document.getElementById("keys-help");
const box = document.getElementById("keys");
let busy = false;

function remembered() {
  try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
}

function switchKeys(on) {
  document.body.toggleAttribute("data-keys", on);
  for (const one of document.querySelectorAll("[data-key]")) {
    if (on) one.setAttribute("aria-keyshortcuts", one.dataset.key);
    else one.removeAttribute("aria-keyshortcuts");
  }
  try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* kept for this page only */ }
}

function isTyping(element) {
  return Boolean(element?.closest?.("textarea, select, input:not([type='checkbox']), [contenteditable]"));
}

function press(key) {
  const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found.matches("textarea")) found.focus();
  else found.click();
  if (found.matches("summary")) found.focus();
  return true;
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id === "note") document.getElementById("now")?.focus();
  if (!box.checked || busy || event.repeat || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.shiftKey && event.key !== "?") return;
  if (press(event.key.toLowerCase())) event.preventDefault();
});

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-stays")) return;
  event.preventDefault();
  if (!busy) send(form, event.submitter);
});

async function send(form, button) {
  busy = true;
  review.setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok) throw new Error(page.querySelector("main .empty p")?.textContent || "");
    show(page, response.url);
  } catch (error) {
    document.getElementById("said").textContent = `That did not work. ${error.message} Load the page again to see what was recorded.`;
  } finally {
    busy = false;
    review.removeAttribute("aria-busy");
  }
}

function show(page, address) {
  // The status line stays the same element, so that what changes in it is read out.
  document.getElementById("said").replaceChildren(...page.getElementById("said").childNodes);
  document.querySelector("form.recorded button").disabled = page.querySelector("form.recorded button").disabled;
  review.replaceChildren(...page.getElementById("review").childNodes);
  history.replaceState(null, "", address);
  switchKeys(box.checked);
  document.getElementById("now")?.focus({ preventScroll: true });
  document.querySelector("form.recorded").scrollIntoView({ block: "nearest" });
}

box.checked = remembered();
box.addEventListener("change", () => switchKeys(box.checked));
help.querySelector(".switch").hidden = false;
switchKeys(box.checked);
