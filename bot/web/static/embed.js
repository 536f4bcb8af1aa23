// Embed the guide in any page: <script src="https://<your guide>/static/embed.js" defer></script>
// Adds one button; pressing it opens the chat page in a frame. The page around the frame can not
// read what is typed in it; the frame tells it one thing: that Escape was pressed.
(() => {
  const own = document.currentScript || document.querySelector('script[src*="/static/embed.js"]');
  const home = new URL(own.src).origin;
  const STYLE = `
    :host { all: initial; }
    [hidden] { display: none !important; }
    button { font: 600 1rem/1.5 system-ui, sans-serif; min-height: 44px; padding: .5rem 1rem;
      border: 2px solid #fff; border-radius: .5rem; background: #0b4f8a; color: #fff; cursor: pointer; }
    button:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
    .open { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483646; }
    .panel { position: fixed; right: 1rem; bottom: 5rem; z-index: 2147483647; display: flex;
      flex-direction: column; width: min(26rem, calc(100vw - 2rem));
      height: min(42rem, calc(100vh - 6rem)); background: #fff; border: 2px solid #0b4f8a;
      border-radius: .5rem; overflow: hidden; }
    .close { border-radius: 0; border-width: 0 0 2px; }
    .close:focus-visible { outline-color: #fff; outline-offset: -6px; }
    iframe { flex: 1; width: 100%; border: 0; }
    .whole { inset: 0; width: auto; height: auto; border-radius: 0; }`;
  const narrow = matchMedia("(max-width: 40em), (max-height: 30em)");
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const launcher = button("Good Work Guide", "open");
  const panel = document.createElement("div");
  const close = button("Close the guide", "close");
  let frame = null;
  let outside = []; // what is set aside while the panel takes the whole screen

  function button(words, name) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = words;
    return made;
  }

  function style() {
    try { // allowed where a page's policy forbids style elements
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
    }
  }

  function fit() {
    const whole = !panel.hidden && narrow.matches;
    panel.className = whole ? "panel whole" : "panel";
    if (whole) panel.setAttribute("aria-modal", "true");
    else panel.removeAttribute("aria-modal");
    launcher.hidden = whole;
    for (const element of outside) element.inert = false;
    outside = whole
      ? Array.from(document.body.children).filter((child) => child !== host && !child.inert) : [];
    for (const element of outside) element.inert = true;
  }

  function show(open) {
    if (open && !frame) {
      frame = document.createElement("iframe");
      frame.title = "Good Work Guide";
      frame.allow = "clipboard-write";
      frame.src = `${home}/`;
      panel.append(frame);
    }
    panel.hidden = !open;
    launcher.setAttribute("aria-expanded", String(open));
    fit();
    (open ? close : launcher).focus();
  }

  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", "Good Work Guide");
  panel.hidden = true;
  launcher.setAttribute("aria-expanded", "false");
  launcher.addEventListener("click", () => show(panel.hidden));
  close.addEventListener("click", () => show(false));
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") show(false); });
  narrow.addEventListener("change", fit);
  addEventListener("message", (event) => {
    const ours = frame && event.source === frame.contentWindow && event.origin === home;
    if (ours && event.data === "good-work-guide: close") show(false);
  });
  panel.append(close);
  style();
  root.append(launcher, panel);
  const start = () => document.body.append(host);
  if (document.body) start(); else addEventListener("DOMContentLoaded", start);
})();
