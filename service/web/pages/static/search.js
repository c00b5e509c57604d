// The related claims stand there already; what they say of the claim is fetched and takes their place.
const answer = document.getElementById("answer");
const progress = document.getElementById("progress");
const link = answer?.dataset.judged;

async function judge() {
  const judgeNow = progress.innerHTML;
  progress.textContent = "Judging how each of them relates to the claim…";
  answer.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(link, { headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const judged = page.getElementById("answer");
    if (!judged) throw new Error("no answer");
    answer.replaceChildren(...judged.childNodes);
    announce();
  } catch {
    progress.innerHTML = judgeNow; // our own markup of a moment ago
    progress.prepend("That did not work just now. ");
  } finally {
    answer.removeAttribute("aria-busy");
  }
}

function announce() {
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  answer.prepend(said);
  const tally = [...answer.querySelectorAll(".tally-line li")].map((one) => one.textContent.trim());
  requestAnimationFrame(() => { said.textContent = `Judged: ${tally.join(", ")}`; });
}

if (link) judge();
