// Draw a reply's card. Its whole meaning is in the reply's text as well; an unknown kind is left out.

function element(name, words) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  return made;
}

function list(items) {
  const made = element("ul");
  for (const item of items) made.append(item);
  return made;
}

function link(words, address) {
  if (!/^(https:\/\/|tel:)/.test(address || "")) return element("span", words);
  const made = element("a", words);
  made.href = address;
  made.rel = "noreferrer";
  return made;
}

function phones(card) {
  return list(card.phones.map((phone) => {
    const item = element("li", `${phone.name}: `);
    const digits = phone.number.replace(/[^\d+]/g, "");
    item.append(/^[\d\s+()-]+$/.test(phone.number) && digits.length >= 3
      ? link(phone.number, `tel:${digits}`) : phone.number);
    if (phone.hours) item.append(` (${phone.hours})`);
    return item;
  }));
}

function sources(card) {
  const made = element("details");
  made.append(element("summary", card.title || "Sources"));
  made.append(list(card.sources.map((source) => {
    const item = element("li");
    item.append(link(source.title, source.url));
    if (source.publisher) item.append(`, ${source.publisher}`);
    return item;
  })));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

// A bar from low to high on a line from 0 to 10; the words beside it say the same.
function range(low, high, words) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "range");
  made.setAttribute("viewBox", "0 0 100 8");
  made.setAttribute("preserveAspectRatio", "none");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", words);
  for (const [name, start, width] of [["track", 0.5, 99], ["known", low * 10, Math.max(2, (high - low) * 10)]]) {
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("class", name);
    bar.setAttribute("x", start);
    bar.setAttribute("y", 1);
    bar.setAttribute("width", width);
    bar.setAttribute("height", 6);
    made.append(bar);
  }
  return made;
}

function offer(card) {
  const made = element("div");
  for (const dimension of card.dimensions || []) {
    made.append(element("h2", dimension.name));
    if (typeof dimension.low === "number") {
      made.append(range(dimension.low, dimension.high, `${dimension.name}: ${dimension.words}`));
    }
    made.append(element("p", dimension.words));
  }
  return made;
}

function why(card) {
  const made = element("details");
  made.append(element("summary", "Each point and its standard"));
  made.append(list((card.measures || []).map((measure) => {
    const item = element("li", `${measure.name}: ${measure.level}`);
    if (measure.evidence.length) item.append(` Your words: “${measure.evidence.join("”, “")}”.`);
    if (measure.standard) item.append(` Standard: ${measure.standard}.`);
    return item;
  })));
  return made;
}

const KINDS = { phones, sources, offer, why };

export function drawCard(card) {
  const draw = KINDS[card.kind];
  return draw ? draw(card) : null;
}
