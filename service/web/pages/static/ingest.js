// Files may be dropped anywhere on their form; progress is looked at again until everything has ended.
const drop = document.getElementById("drop");
const files = document.getElementById("files");
const PAUSE = 1500;

for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
for (const kind of ["dragleave", "drop"]) {
  drop.addEventListener(kind, () => drop.classList.remove("over"));
}
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  files.files = event.dataTransfer.files;
  drop.requestSubmit();
});

async function lookAgain() {
  const jobs = document.getElementById("jobs");
  const address = jobs.dataset.again;
  if (!address) return;
  try {
    const response = await fetch(address);
    if (response.ok) replace(jobs, new DOMParser().parseFromString(await response.text(), "text/html"));
  } catch { /* the service may be starting again: asked once more below */ }
  setTimeout(lookAgain, PAUSE);
}

function replace(jobs, page) {
  const found = page.getElementById("jobs");
  if (!found) return;
  // What was rejected is known to the first answer only.
  const rejected = jobs.querySelector(".failure");
  if (rejected) found.prepend(rejected);
  found.querySelector(".failure")?.removeAttribute("role");
  const held = document.activeElement?.closest?.("#jobs a")?.getAttribute("href");
  jobs.replaceWith(found);
  if (held) found.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
}

setTimeout(lookAgain, PAUSE);
