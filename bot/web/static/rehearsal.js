// Cards of a practice talk: what the person says, and how the talk went, turn by turn. The text of
// the reply says the same as the picture.

import { element, more } from "/static/elements.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 300, HEIGHT = 100, EDGE = 8;

export function speech(card) {
  const made = element("div", undefined, "speech");
  const words = element("p", ` ${card.words}`);
  words.prepend(element("strong", `${card.name}:`));
  made.append(words);
  return made;
}

// What is drawn already, to be taken out of the text beside it.
export function saidInSpeech(card, text) {
  return text.replace(`${card.name}: ${card.words}`, "").trim();
}

export function sceneOverTime(card) {
  const made = element("div");
  made.append(picture(card), element("p", card.words));
  made.append(more("Each turn", table(card)));
  return made;
}

export function saidInPicture(card, text) {
  return text.replace(card.words, "").trim();
}

function picture(card) {
  const levels = [card.began, ...card.points.map((point) => point.level)];
  const at = levels.map((level, index) => [
    EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, levels.length - 1),
    HEIGHT - EDGE - ((level - card.least) * (HEIGHT - 2 * EDGE)) / (card.most - card.least),
  ]);
  const made = drawn("svg", { class: "over-time", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
    "aria-label": card.words });
  const middle = HEIGHT / 2;
  made.append(drawn("line", { x1: 0, y1: middle, x2: WIDTH, y2: middle, class: "middle" }),
    drawn("polyline", { points: at.map((point) => point.map((n) => n.toFixed(1)).join(",")).join(" ") }),
    ...at.slice(1).map(([x, y], index) => dot(card.points[index], x, y)));
  return made;
}

// A square marks something that was told; a ring, something that set the talk back.
function dot(point, x, y) {
  const told = point.marks.includes("told") || point.marks.includes("met");
  if (told) return drawn("rect", { x: x - 5, y: y - 5, width: 10, height: 10, class: "told" });
  return drawn("circle", { cx: x, cy: y, r: 4, class: point.marks.length ? "set-back" : "dot" });
}

function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function table(card) {
  const made = element("table");
  made.append(element("caption", `How ${card.name} was after each turn`), element("tbody"));
  card.points.forEach((point) => {
    const row = element("tr"), head = element("th", String(point.turn));
    head.scope = "row";
    const told = point.marks.includes("told") ? "something was told" : "";
    row.append(head, element("td", point.mood), element("td", told));
    made.tBodies[0].append(row);
  });
  return made;
}
