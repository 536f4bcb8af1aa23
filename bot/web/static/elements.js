// Make elements. Words always go in as text, never as HTML.

export function element(name, words, classes) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (classes) made.className = classes;
  return made;
}

export function list(items, kind = "ul") {
  const made = element(kind);
  made.append(...items);
  return made;
}

// A closed part that opens: for what few people need to see.
export function more(summary, ...parts) {
  const made = element("details");
  made.append(element("summary", summary), ...parts);
  return made;
}

export function link(words, address) {
  if (!/^(https:\/\/|tel:)/.test(address || "")) return element("span", words);
  const made = element("a", words);
  made.href = address;
  if (address.startsWith("https:")) {
    made.target = "_blank"; // the conversation stays where it is
    made.rel = "noopener noreferrer";
  }
  return made;
}

export function phoneLink(number) {
  const digits = number.replace(/[^\d+]/g, "");
  return /^[\d\s+()-]+$/.test(number) && digits.length >= 3
    ? link(number, `tel:${digits}`) : element("span", number);
}

// Put words in a place; web addresses in them become links, nothing else does.
export function withLinks(place, words) {
  words.split(/(https:\/\/[^\s)]+[^\s).,;])/).forEach((part, index) => {
    if (index % 2) place.append(link(part, part));
    else if (part) place.append(part);
  });
  return place;
}
