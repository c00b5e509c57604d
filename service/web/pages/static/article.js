// Beside the text stands what others say of one claim at a time: the one that is pointed at, focused or chosen.
const beside = document.getElementById("beside");
const sections = new Map([...beside.querySelectorAll(".about-claim")].map((one) => [`#${one.id}`, one]));
const marks = [...document.querySelectorAll("a.said[href^='#about-']")];
let chosen = null;

function show(address) {
  for (const [place, section] of sections) section.hidden = place !== address;
  for (const mark of marks) mark.toggleAttribute("data-shown", mark.hash === address);
  beside.classList.toggle("choosing", !sections.has(address));
}

function choose(address) {
  chosen = address;
  show(address);
}

const canHover = matchMedia("(hover: hover)").matches;
for (const mark of marks) {
  mark.addEventListener("click", (event) => {
    event.preventDefault();
    choose(mark.hash);
    const section = sections.get(mark.hash);
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "nearest" });
  });
  mark.addEventListener("focus", () => show(mark.hash));
  if (canHover) {
    mark.addEventListener("pointerenter", () => show(mark.hash));
    mark.addEventListener("pointerleave", () => { if (chosen) show(chosen); });
  }
}

beside.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !chosen) return;
  document.querySelector(`a.said[href="${chosen}"]`)?.focus();
});

function fromAddress() {
  const place = location.hash.replace("#claim-", "#about-");
  choose(sections.has(place) ? place : null);
}
addEventListener("hashchange", fromAddress);
beside.classList.add("live");
fromAddress();
