// Embed the guide in any page: <script src="https://<your guide>/static/embed.js" defer></script>
// Adds one button; pressing it opens the chat page in a frame.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Good Work Guide";
  button.setAttribute("aria-expanded", "false");
  Object.assign(button.style, { position: "fixed", right: "1rem", bottom: "1rem", zIndex: 9999,
    font: "600 1rem system-ui, sans-serif", minHeight: "44px", padding: ".6rem 1rem",
    border: "2px solid #fff", borderRadius: ".5rem", background: "#0b4f8a", color: "#fff" });
  let frame = null;
  button.addEventListener("click", () => {
    if (!frame) {
      frame = document.createElement("iframe");
      frame.src = `${home}/`;
      frame.title = "Good Work Guide";
      Object.assign(frame.style, { position: "fixed", right: "1rem", bottom: "5rem", zIndex: 9998,
        width: "min(26rem, calc(100vw - 2rem))", height: "min(40rem, calc(100vh - 7rem))",
        border: "2px solid #0b4f8a", borderRadius: ".5rem", background: "#fff" });
      document.body.append(frame);
    } else {
      frame.hidden = !frame.hidden;
    }
    const open = !frame.hidden;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Close the guide" : "Good Work Guide";
    if (open) frame.focus();
  });
  const start = () => document.body.append(button);
  if (document.body) start(); else addEventListener("DOMContentLoaded", start);
})();
