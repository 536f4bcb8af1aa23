// The chat page: send words or a choice, show replies as text and cards. No library, no HTML from
// the server: everything that arrives is put in as text.

import { drawCard } from "/static/cards.js";

const LONGEST = 10000;
const KEPT = "good-work-guide"; // sessionStorage: gone when the tab is closed
const SAFE_PLACE = "https://www.bbc.co.uk/weather";
const RETRIES = [1000, 3000, 7000];

const at = (id) => document.getElementById(id);
const messages = at("messages"), form = at("form"), text = at("text"), status = at("status");
let kept = read();
let busy = false;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) || { token: null, shown: [] };
  } catch {
    return { token: null, shown: [] };
  }
}

function keep() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the page works, only a reload forgets.
  }
}

function element(name, words, classes) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (classes) made.className = classes;
  return made;
}

function show(entry) {
  const item = element("li", undefined, entry.mine ? "mine" : "theirs");
  item.append(element("span", entry.mine ? "You said: " : "The guide said: ", "unseen"));
  if (entry.text) withLinks(item.appendChild(element("p")), entry.text);
  if (entry.card) {
    const card = drawCard(entry.card);
    if (card) item.append(card);
  }
  if (entry.buttons && entry.buttons.length) item.append(choices(entry));
  if (entry.problem) item.classList.add("problem");
  messages.append(item);
  return item;
}

// Addresses in our own words become links; nothing else does.
function withLinks(place, words) {
  const parts = words.split(/(https:\/\/[^\s)]+[^\s).,;])/);
  parts.forEach((part, index) => {
    if (index % 2) {
      const link = element("a", part);
      link.href = part;
      link.rel = "noreferrer";
      place.append(link);
    } else if (part) {
      place.append(part);
    }
  });
}

function choices(entry) {
  const group = element("div", undefined, "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Choices");
  for (const button of entry.buttons) {
    const made = element("button", button.title);
    made.type = "button";
    if (entry.used) made.setAttribute("aria-disabled", "true");
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") === "true" || busy) return;
      send({ choice: button.choice }, button.title);
      text.focus();
    });
    group.append(made);
  }
  return group;
}

function retireChoices() {
  for (const entry of kept.shown) if (entry.buttons) entry.used = true;
  for (const made of messages.querySelectorAll(".choices button")) {
    made.setAttribute("aria-disabled", "true");
  }
}

function announce(words) {
  const region = at("announce");
  region.textContent = words;
  setTimeout(() => { if (region.textContent === words) region.textContent = ""; }, 4000);
}

function add(entry) {
  kept.shown.push(entry);
  keep();
  return show(entry);
}

async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  if (kept.token) headers.Authorization = `Bearer ${kept.token}`;
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body || {}) });
}

async function session() {
  if (kept.token) return;
  const answer = await post("/chat/session");
  if (!answer.ok) throw await problem(answer);
  kept.token = (await answer.json()).token;
  keep();
}

async function problem(answer) {
  const known = await answer.json().catch(() => ({}));
  return { status: answer.status, words: known.problem, phones: known.phones };
}

// A message keeps its id through every retry, so that it is answered once.
async function deliver(message) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await session();
      const answer = await post("/chat/message", message);
      if (answer.ok) return (await answer.json()).replies;
      const failed = await problem(answer);
      if (answer.status < 500 || attempt >= RETRIES.length) throw failed;
    } catch (failed) {
      if (failed.status && failed.status < 500) throw failed;
      if (attempt >= RETRIES.length) throw failed;
    }
    status.textContent = "The connection is slow. I am trying again.";
    await new Promise((done) => setTimeout(done, RETRIES[attempt] * (0.8 + 0.4 * Math.random())));
  }
}

async function send(message, shownAs) {
  busy = true;
  retireChoices();
  const mine = shownAs === null ? null : add({ mine: true, text: shownAs });
  if (mine) mine.scrollIntoView({ block: "nearest" });
  const waiting = setTimeout(() => { status.textContent = "The guide is reading."; }, 2000);
  try {
    const replies = await deliver({ id: crypto.randomUUID ? crypto.randomUUID() : newId(), ...message });
    const shown = replies.map((reply) => add(reply));
    announce(replies.map((reply) => reply.text).join(" "));
    if (shown.length) shown[0].scrollIntoView({ block: "nearest" });
    status.textContent = "";
  } catch (failed) {
    complain(failed, message, mine);
  } finally {
    clearTimeout(waiting);
    busy = false;
  }
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function complain(failed, message, mine) {
  if (mine) {
    mine.remove();
    kept.shown.pop();
  }
  if (message.text && !text.value) text.value = message.text;
  if (failed.status === 401) kept.token = null;
  keep();
  const words = failed.words
    || "I can not reach the guide. Your words are still in the box. Try again in a moment.";
  status.textContent = "";
  show({ text: words, card: failed.phones ? { kind: "phones", phones: failed.phones } : null, problem: true })
    .scrollIntoView({ block: "nearest" });
  announce(words);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = text.value.trim();
  if (busy) return;
  if (!words) {
    status.textContent = "Type a message first, or choose one of the buttons.";
    text.focus();
    return;
  }
  if (words.length > LONGEST) {
    complain({ words: `That is ${words.length} characters. I can read ${LONGEST} at once. `
      + "Your words are still in the box. Can you send it in two parts?" }, {}, null);
    return;
  }
  text.value = "";
  count();
  send({ text: words }, words);
});

text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

function count() {
  const length = text.value.length;
  at("length").textContent = length > LONGEST * 0.8 ? `${length} of ${LONGEST} characters` : "";
}
text.addEventListener("input", count);

at("again").addEventListener("click", () => {
  if (!busy) send({ text: "start over" }, "Start again");
});

at("erase").addEventListener("click", async () => {
  if (busy) return;
  if (kept.token) await post("/chat/erase").catch(() => null);
  wipe();
  announce("Everything is erased.");
  greet();
});

at("leave").addEventListener("click", () => {
  if (kept.token) {
    fetch("/chat/erase", { method: "POST", keepalive: true,
      headers: { Authorization: `Bearer ${kept.token}` } }).catch(() => null);
  }
  wipe();
  location.replace(SAFE_PLACE);
});

function wipe() {
  kept = { token: null, shown: [] };
  sessionStorage.removeItem(KEPT);
  messages.replaceChildren();
  text.value = "";
}

function greet() {
  send({ text: "hello" }, null);
}

for (const entry of kept.shown) show(entry);
if (kept.shown.length) messages.lastElementChild.scrollIntoView({ block: "nearest" });
else greet();
