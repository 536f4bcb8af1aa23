// Look for who waits and for new messages, and put them in. What is being written and where the
// focus is stay as they are. Without this script the link "Look again" does the same.

const part = document.querySelector("[data-seconds]");
const note = document.getElementById("note");

async function look() {
  try {
    const answer = await fetch(part.dataset.from, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(part.id);
    if (!answer.ok || !fresh) throw new Error("not there");
    tell("");
    if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  } catch {
    tell("This page can not look for news now. Open it again, or sign in again.");
  }
}

function tell(words) {
  if (note.textContent !== words) note.textContent = words;
}

if (part) setInterval(look, Number(part.dataset.seconds) * 1000);
