// Draw a reply's card. Its whole meaning is in the reply's text as well, so what a card shows is
// taken out of the text beside it, and a kind that is not known here leaves the text as it is.

import { element, link, list, more, phoneLink, withLinks } from "/static/elements.js";
import { saidInPicture, saidInSpeech, sceneOverTime, speech } from "/static/rehearsal.js";

function phones(card) {
  return list(card.phones.map((phone) => {
    const item = element("li", `${phone.name}: `);
    item.append(phoneLink(phone.number));
    if (phone.hours) item.append(` (${phone.hours})`);
    return item;
  }));
}

function sources(card) {
  return more(card.title || "Sources", list(card.sources.map((source) => {
    const item = element("li");
    item.append(link(source.title, source.url));
    if (source.publisher) item.append(`, ${source.publisher}`);
    return item;
  })));
}

const SVG = "http://www.w3.org/2000/svg";
const STEPS = 4;

// Steps from low to high; those that something may stand on are filled. The words say the same.
function steps(low, high, count = STEPS) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "steps");
  made.setAttribute("viewBox", `0 0 ${count * 25} 10`);
  made.setAttribute("preserveAspectRatio", "none");
  made.setAttribute("aria-hidden", "true");
  for (let step = 0; step < count; step += 1) {
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("class", step >= low && step <= high ? "may-be" : "not");
    bar.setAttribute("x", step * 25 + 1);
    bar.setAttribute("y", 1);
    bar.setAttribute("width", 23);
    bar.setAttribute("height", 8);
    made.append(bar);
  }
  return made;
}

function dimension(row) {
  const item = element("li");
  item.append(element("h2", row.name), element("p", upper(row.words)));
  const known = row.known || [];
  if (typeof row.low === "number" && known.length) item.append(steps(row.low, row.high));
  if (row.matters && row.matters.length) {
    item.append(element("p", `You said this comes first: ${row.matters.join(", ")}.`));
  }
  const second = row.with_your_priorities;
  if (second) item.append(element("p", `With what matters to you: ${fromTo(second)}.`));
  if (known.length) {
    item.append(more("What this rests on",
      list(known.map((each) => element("li", `${each.name}: ${each.words}`)))));
  }
  return item;
}

function fromTo(ends) {
  return ends.from === ends.to ? ends.from : `${ends.from} to ${ends.to}`;
}

function offer(card) {
  const made = element("div");
  const rows = list(card.dimensions.map(dimension));
  rows.className = "dimensions";
  made.append(rows);
  for (const row of card.money || []) {
    made.append(element("h2", row.name), element("p", `${row.words}. ${row.how || ""}`));
  }
  return made;
}

function why(card) {
  const rows = (card.measures || []).map((measure) => {
    const item = element("li", `${measure.name}: ${measure.level}`);
    if (measure.evidence && measure.evidence.length) {
      item.append(` Your words: “${measure.evidence.join("”, “")}”.`);
    }
    if (measure.standard) item.append(` Standard: ${measure.standard}.`);
    return item;
  });
  return more("Each point and its standard", list(rows));
}

function alert(card) {
  const made = element("div", undefined, "alert");
  made.append(element("h2", card.title), withLinks(element("p"), card.why));
  if (card.next_step) made.append(withLinks(element("p"), card.next_step));
  const rest = [];
  if (card.what_would_change_it) {
    rest.push(element("p", `What would change this: ${card.what_would_change_it}`));
  }
  if (card.source) rest.push(withLinks(element("p"), `Source: ${card.source}`));
  if (rest.length) made.append(more("What this rests on", ...rest));
  return made;
}

function questions(card) {
  return list(card.items.map((item) => {
    const made = element("li", item.question);
    if (item.why) made.append(element("p", item.why, "aside"));
    return made;
  }), "ol");
}

function comparison(card) {
  const made = element("table");
  made.append(element("caption", "Side by side"));
  const first = new Set(card.matters.map((row) => row.id || row.name));
  const rest = [...card.money, ...card.dimensions].filter((row) => !first.has(row.id || row.name));
  const fill = card.names.length > 2 ? underOneAnother : besideOneAnother;
  fill(made, [...card.matters, ...rest], card.names);
  return made;
}

function besideOneAnother(table, rows, names) {
  const head = element("tr");
  head.append(element("td"), ...names.map((name) => heading(name, "col")));
  table.append(element("thead"), element("tbody"));
  table.tHead.append(head);
  for (const row of rows) {
    const line = element("tr");
    line.append(heading(row.name, "row"), ...names.map((name) => stands(row, name)));
    table.tBodies[0].append(line);
  }
}

// Three jobs and more are too wide for a phone: each point has the jobs below it.
function underOneAnother(table, rows, names) {
  for (const row of rows) {
    const group = element("tbody");
    const title = heading(row.name, "rowgroup");
    title.colSpan = 2;
    const lines = [element("tr"), ...names.map((name) => {
      const line = element("tr");
      line.append(heading(name, "row"), stands(row, name));
      return line;
    })];
    lines[0].append(title);
    group.append(...lines);
    table.append(group);
  }
}

function stands(row, name) {
  return element("td", row.words[name] || "not known yet");
}

// A month without the job and with it; a range where the hours vary, with the worst month beside it.
function betterOff(card) {
  const columns = [["Without the job", card.low.out_of_work, card.low.out_of_work],
    ["With the job", card.low.in_work, card.high.in_work]];
  if (card.worst) columns.push(["In the worst month", card.worst.in_work, card.worst.in_work]);
  const made = element("table");
  made.append(element("caption", "About what comes in each month"));
  const head = element("tr");
  head.append(element("td"), ...columns.map(([name]) => heading(name, "col")));
  made.append(element("thead"), element("tbody"));
  made.tHead.append(head);
  for (const [name, key, less] of MONTH) {
    const ends = columns.map(([, ...months]) => months.map((month) => month[key] || 0));
    if (key !== "total_month" && !ends.flat().some((amount) => Math.round(amount))) continue;
    const line = element("tr");
    line.append(heading(name, "row"), ...ends.map((amounts) => element("td", range(amounts, less))));
    made.tBodies[0].append(line);
  }
  const whole = element("div");
  whole.append(made);
  for (const [title, lines] of [["What the sum takes for granted", card.high.assumptions],
    ["What it leaves out", card.high.not_included]]) {
    if (lines && lines.length) whole.append(more(title, list(lines.map((line) => element("li", line)))));
  }
  return whole;
}

const MONTH = [
  ["Take-home pay", "take_home_month"], ["Partner's pay", "partner_take_home_month"],
  ["Universal Credit", "universal_credit_month"], ["Child Benefit", "child_benefit_month"],
  ["Childcare", "childcare_month", true], ["Costs of work", "work_costs_month", true],
  ["In all", "total_month"],
];

function range(amounts, less) {
  const [low, high] = [...amounts].sort((one, other) => one - other)
    .map((amount) => pounds(less ? -amount : amount));
  return low === high ? low : `${low} to ${high}`;
}

// Whole pounds; "minus" in words, since a sign may not be read aloud.
function pounds(amount) {
  const whole = Math.round(amount);
  return `${whole < 0 ? "minus " : ""}£${Math.abs(whole).toLocaleString("en-GB")}`;
}

function heading(words, scope) {
  const made = element("th", words);
  made.scope = scope;
  return made;
}

// What is ticked is kept with the card, in this tab only.
function checklist(card, changed) {
  const ticked = card.ticked || (card.ticked = []);
  const made = list((card.items || []).map((item, index) => {
    const label = element("label", undefined, "tick");
    const box = element("input");
    box.type = "checkbox";
    box.checked = Boolean(ticked[index]);
    box.addEventListener("change", () => { ticked[index] = box.checked; changed(); });
    label.append(box, typeof item === "string" ? item : item.text || item.words || item.name || "");
    const row = element("li");
    row.append(label);
    return row;
  }));
  made.className = "checklist";
  return made;
}

function quiz(card) {
  const made = element("div");
  if (card.number && card.of) made.append(element("p", `Question ${card.number} of ${card.of}`, "aside"));
  if (card.explanation) made.append(element("p", card.explanation));
  return made.childNodes.length ? made : null;
}

let letters = 0;

function letter(card, changed, tell) {
  const made = element("div");
  if (card.title) made.append(element("h2", card.title));
  const body = element("textarea", undefined, "letter");
  body.id = `letter-${letters += 1}`;
  body.value = card.body || card.text || "";
  body.rows = Math.min(16, body.value.split("\n").length + 4);
  body.addEventListener("input", () => { card.body = body.value; changed(); });
  const label = element("label", "You can change the words here");
  label.htmlFor = body.id;
  const actions = element("div", undefined, "actions");
  actions.append(act("Copy", () => copy(body).then(tell)),
    act("Save as a text file", () => { save(body.value, card.file || "letter.txt"); tell("Saved."); }),
    act("Save as a Word file", () => { asWord(card.title || "Message", body.value); tell("Saved."); }));
  made.append(label, body, actions);
  return made;
}

function act(words, does) {
  const made = element("button", words, "plain");
  made.type = "button";
  made.addEventListener("click", does);
  return made;
}

async function copy(body) {
  try {
    await navigator.clipboard.writeText(body.value);
  } catch {
    body.select(); // no clipboard here: an older browser, or a page without TLS
    if (!document.execCommand("copy")) return "The words are marked. Copy them with your own keys.";
  }
  return "Copied.";
}

// The server makes the document from the words as they stand now, and keeps nothing of them.
function asWord(title, words) {
  const form = element("form");
  form.method = "post";
  form.action = "/letters/docx";
  for (const [name, value] of [["title", title], ["body", words]]) {
    const field = element("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
  form.remove();
}

function save(words, name) {
  const made = element("a");
  made.href = URL.createObjectURL(new Blob([words], { type: "text/plain;charset=utf-8" }));
  made.download = name;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 10000);
}

// What a card says already, to be taken out of the text beside it.
const SAID = {
  phones: (card, text) => without(text, card.phones.map((phone) =>
    `${phone.name}: ${phone.number}${phone.hours ? ` (${phone.hours})` : ""}`)),
  alert: (card, text) => without(text, [`${card.title}.`, card.title, card.why, card.next_step]),
  questions: (card, text) => without(text.replace(/^\d+\. /gm, ""),
    card.items.map((item) => item.question)),
  offer: (card, text) => card.dimensions.reduce((left, row) => left.replace(
    new RegExp(`[^.:]+: ${row.words.replace(/[^\w\s]/g, "\\$&")}\\.\\s*`), ""), text),
  better_off: (card, text) => text.replace(/^(?:- |Without the job: |With it: ).*$/gm, "")
    .replace(/\s*\n\s*/g, "\n").trim(),
  letter: (card, text) => without(text, [card.title, card.body || card.text]),
  speech: saidInSpeech,
  scene_over_time: saidInPicture,
};

function without(text, parts) {
  return parts.filter(Boolean).reduce((left, part) => left.replace(part, ""), text)
    .replace(/[ \t]+/g, " ").replace(/\s*\n\s*/g, "\n").trim();
}

function upper(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// A page of ours to print; no other address is ever taken from a card.
function sheet(card) {
  const made = element("a", card.title);
  const ours = /^\/(sheets\/[\w-]+(\?nation=[a-z_]+)?|toolkit\/[\w-]+\.[\w-]+)$/;
  if (ours.test(card.path || "")) made.href = card.path;
  made.target = "_blank";
  made.rel = "noopener";
  return made;
}

// A range between two ends; the sentence beside it says it in words.
function spectrum(card) {
  const places = card.places || [];
  const made = element("div");
  made.append(steps(places.indexOf(card.from), places.indexOf(card.to), places.length),
    element("p", `Left: ${card.ends[0]}. Right: ${card.ends[1]}.`, "aside"));
  return made;
}

const KINDS = {
  phones, sources, offer, why, alert, questions, comparison, checklist, quiz, letter, sheet,
  speech, scene_over_time: sceneOverTime,
  spectrum, better_off: betterOff,
};

// Return the card's element, or null, and the words that are left to say beside it.
export function drawCard(card, text, changed, tell) {
  const draw = card && KINDS[card.kind];
  if (!draw) return { drawn: null, left: text };
  try {
    const left = SAID[card.kind] ? SAID[card.kind](card, text) : text;
    return { drawn: draw(card, changed, tell), left };
  } catch {
    return { drawn: null, left: text }; // a card of another version: its text says it all
  }
}
