// The chat page: send words or a choice, show replies as text and cards. No library, no HTML from
// the server: everything that arrives is put in as text.

import { drawCard } from "/static/cards.js";
import { element, withLinks } from "/static/elements.js";
import { watchNews } from "/static/news.js";
import { newId, patiently, post } from "/static/sending.js";

const LONGEST = 10000;
const KEPT = "good-work-guide"; // in sessionStorage: gone when the tab is closed
const DRAFT = `${KEPT}-draft`;
const NO_ANSWER = "I can not reach the guide. Your words are still in the box. Try again in a moment.";

const at = (id) => document.getElementById(id);
const messages = at("messages"), form = at("form"), text = at("text"), status = at("status");

// `unsent` is the message under way, or one that failed: its id is used again when it is sent again.
let kept = { token: null, shown: [], unsent: null, ...stored(KEPT) };
let busy = false;

function stored(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null; // a forbidden store: the page works, only a reload forgets
  }
}

function store(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden, as above.
  }
}

const keep = () => store(KEPT, kept);

function show(entry) {
  const item = element("li", undefined, entry.mine ? "mine" : "theirs");
  item.dir = "auto";
  const who = entry.mine ? "You said: " : entry.by ? `${entry.by}: ` : "The guide said: ";
  item.append(element("span", who, entry.by ? "by" : "unseen"));
  const { drawn, left } = drawCard(entry.card, entry.text || "", keep, announce);
  if (left) item.append(inLanguage(withLinks(element("p"), left), entry.card));
  if (drawn) item.append(drawn);
  if (entry.buttons && entry.buttons.length) item.append(choices(entry));
  if (entry.problem) item.classList.add("problem");
  messages.append(item);
  return item;
}

// Words in another language than the page's are marked, for screen readers and for their direction.
function inLanguage(paragraph, card) {
  if (!card || card.kind !== "language") return paragraph;
  paragraph.lang = card.lang;
  paragraph.dir = "auto";
  return paragraph;
}

function choices(entry) {
  const group = element("div", undefined, "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Choices");
  for (const button of entry.buttons) {
    const made = element("button", button.title);
    made.type = "button";
    if (entry.used) made.setAttribute("aria-disabled", "true");
    made.addEventListener("click", (event) => {
      if (made.getAttribute("aria-disabled") === "true" || stillReading()) return;
      send({ choice: button.choice }, button.title);
      // With a keyboard the place to go on is the box. On a phone it would open over the answer.
      if (event.detail === 0 || matchMedia("(hover: hover)").matches) text.focus();
    });
    group.append(made);
  }
  return group;
}

// Only the choices of the last answer can be pressed; the others stay to be read.
function retireChoices(used) {
  const last = kept.shown.map((entry) => Boolean(entry.mine)).lastIndexOf(true);
  kept.shown.forEach((entry, index) => {
    if (entry.buttons) entry.used = used || index < last;
    const item = messages.children[index];
    for (const made of item ? item.querySelectorAll(".choices button") : []) {
      made.setAttribute("aria-disabled", String(Boolean(entry.used)));
    }
  });
}

// One region speaks for the page. It is emptied, so that nothing is read out twice.
function announce(words) {
  const region = at("announce");
  region.textContent = words;
  setTimeout(() => { if (region.textContent === words) region.textContent = ""; }, 1500);
}

function spoken(reply) {
  const titles = (reply.buttons || []).map((button) => button.title);
  return titles.length ? `${reply.text} Choices: ${titles.join(", ")}.` : reply.text;
}

function stillReading() {
  if (busy) status.textContent = "One moment. I am still reading your last message.";
  return busy;
}

function send(body, shownAs) {
  const again = kept.unsent && kept.unsent.text === body.text && kept.unsent.choice === body.choice;
  for (const old of messages.querySelectorAll(".problem")) old.remove();
  retireChoices(true);
  kept.unsent = { id: again ? kept.unsent.id : newId(), ...body, shownAs };
  if (shownAs !== null) kept.shown.push({ mine: true, text: shownAs });
  keep();
  return converse(shownAs === null ? null : show(kept.shown[kept.shown.length - 1]));
}

async function converse(mine) {
  busy = true;
  if (mine) mine.scrollIntoView({ block: "nearest" });
  const current = kept.unsent;
  const { id, text: words, choice } = current;
  const waiting = setTimeout(() => { status.textContent = "The guide is reading."; }, 2000);
  const slow = () => {
    clearTimeout(waiting);
    status.textContent = "The connection is slow. I am trying again.";
  };
  try {
    const { replies } = await patiently(() => {
      if (kept.unsent !== current) throw { status: 410 }; // erased meanwhile: never sent again
      return deliver({ id, text: words, choice });
    }, slow);
    if (kept.unsent !== current) return;
    kept.unsent = null;
    status.textContent = "";
    kept.shown.push(...replies);
    keep();
    const items = replies.map(show);
    announce(replies.map(spoken).join(" "));
    if (replies.some(({ card }) => card && card.kind === "handover")) waitForPerson();
    (mine || items[0]).scrollIntoView({ block: "start" });
  } catch (failed) {
    if (kept.unsent === current) complain(failed, mine);
  } finally {
    clearTimeout(waiting);
    busy = busy && kept.unsent !== null && kept.unsent !== current;
  }
}

// A key worker was asked for: look for what they write until nobody is waited for.
let watching = false;
function waitForPerson() {
  kept.waiting = true;
  keep();
  if (watching) return;
  watching = true;
  watchNews({
    token: () => kept.waiting && kept.token,
    busy: () => busy,
    got: () => kept.news || 0,
    keep: (last) => { kept.news = last; keep(); },
    heard: (entry) => {
      kept.shown.push(entry);
      keep();
      show(entry).scrollIntoView({ block: "nearest" });
      announce(entry.by ? `${entry.by}: ${spoken(entry)}` : spoken(entry));
    },
    stopped: () => { watching = false; kept.waiting = false; keep(); },
  });
}

async function deliver(message) {
  if (!kept.token) {
    kept.token = (await post("/chat/session", null)).token;
    keep();
  }
  return post("/chat/message", kept.token, message);
}

// The words go back into the box, before what was typed meanwhile; the choices can be pressed again.
function complain(failed, mine) {
  if (mine) {
    mine.remove();
    kept.shown.pop();
  }
  const words = kept.unsent.shownAs !== null && kept.unsent.text;
  if (words) draft([words, text.value].filter(Boolean).join("\n"));
  kept.unsent.failed = true;
  if (failed.status === 401) {
    kept.token = null;
    kept.unsent = null;
  } else if (!words) {
    retireChoices(false);
  }
  keep();
  status.textContent = "";
  tell(failed.words || NO_ANSWER, failed.phones);
}

function tell(words, phones) {
  for (const old of messages.querySelectorAll(".problem")) old.remove();
  const card = phones && phones.length ? { kind: "phones", phones } : null;
  show({ text: words, card, problem: true }).scrollIntoView({ block: "nearest" });
  announce(words);
}

function draft(words) {
  text.value = words;
  drafted();
}

function drafted() {
  const length = text.value.length;
  at("length").textContent = length > LONGEST * 0.8 ? `${length} of ${LONGEST} characters` : "";
  store(DRAFT, text.value || null);
}

function submit(event) {
  event.preventDefault();
  const words = text.value.trim();
  if (stillReading()) return;
  if (!words) {
    status.textContent = "Type a message first, or choose one of the buttons.";
    text.focus();
  } else if (Array.from(words).length > LONGEST) {
    tell(`That is ${words.length} characters. I can read ${LONGEST} at once. `
      + "Your words are still in the box. Can you send it in two parts?");
  } else {
    draft("");
    send({ text: words }, words);
  }
}

form.addEventListener("submit", submit);
text.addEventListener("input", drafted);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
});

at("again").addEventListener("click", () => {
  if (!stillReading()) send({ text: "start over" }, "Start again");
});

function ask(open) {
  at("sure").hidden = !open;
  at("erase").setAttribute("aria-expanded", String(open));
  at(open ? "sure-yes" : "erase").focus();
}

at("erase").addEventListener("click", () => ask(at("sure").hidden));
at("sure-no").addEventListener("click", () => ask(false));
at("sure-yes").addEventListener("click", async () => {
  try {
    if (kept.token) await post("/chat/erase", kept.token);
  } catch (failed) {
    if (failed.status !== 401) {
      tell(failed.words || "I could not erase it on our side. Try again in a moment.");
      return;
    }
  }
  wipe();
  ask(false);
  text.focus();
  status.textContent = "Everything is erased.";
  send({ text: "hello" }, null);
});

at("leave").addEventListener("click", (event) => {
  event.preventDefault();
  if (kept.token) {
    fetch("/chat/erase", { method: "POST", keepalive: true,
      headers: { Authorization: `Bearer ${kept.token}` } }).catch(() => null);
  }
  wipe();
  document.body.hidden = true;
  try {
    top.location.replace(at("leave").href);
  } catch {
    location.replace(at("leave").href);
  }
});

function wipe() {
  kept = { token: null, shown: [], unsent: null };
  store(KEPT, null);
  messages.replaceChildren();
  draft("");
}

// In a frame, Escape goes to the page around, which closes the frame. It learns nothing else.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  if (!at("sure").hidden) ask(false);
  else if (parent !== window) parent.postMessage("good-work-guide: close", "*");
});

// The bars stay in place where there is room beside them, and never cover what has the focus.
function settle() {
  const above = at("bar").offsetHeight, below = form.offsetHeight;
  const loose = above + below > innerHeight / 2;
  const page = document.documentElement;
  page.classList.toggle("loose", loose);
  page.style.scrollPadding = loose ? "0" : `${above + 8}px 0 ${below + 8}px`;
}

function start() {
  at("without").remove();
  form.hidden = false;
  settle();
  addEventListener("resize", settle);
  const watch = new ResizeObserver(settle);
  watch.observe(at("bar"));
  watch.observe(form);
  draft(stored(DRAFT) || "");
  const items = kept.shown.map(show);
  if (items.length) items[items.length - 1].scrollIntoView({ block: "nearest" });
  if (kept.waiting) waitForPerson();
  if (kept.unsent && !kept.unsent.failed) {
    converse(kept.unsent.shownAs === null ? null : items[items.length - 1]);
  } else if (!items.length) {
    send({ text: "hello" }, null);
  }
}

start();
