// News while somebody waits for a key worker or talks with one: looked for only in that time.

const EVERY = 3000; // milliseconds; longer while the page is hidden
const HIDDEN = 15000;

// Look for news until there is nobody to wait for. `heard` gets each new message in order; `got`
// returns the id of the last news seen, `keep` takes it; `busy` says that a message is under way.
export function watchNews({ token, busy, got, keep, heard, stopped }) {
  let timer = null;

  async function look() {
    timer = null;
    const current = token();
    if (!current) return stopped();
    let state = "unknown";
    try {
      const answer = await fetch(`/chat/news?after=${got()}`,
        { headers: { Authorization: `Bearer ${current}` } });
      if (answer.status === 401) return stopped();
      if (answer.ok && current === token()) {
        const told = await answer.json();
        // News that would come between a message and its answer wait for the next look.
        if (!busy()) state = told.state;
        if (!busy() && told.last > got()) {
          keep(told.last);
          told.news.forEach(heard);
        }
      }
    } catch {
      // No connection: the next look tells.
    }
    if (state === "none") return stopped();
    timer = setTimeout(look, document.hidden ? HIDDEN : EVERY);
    return undefined;
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && timer) {
      clearTimeout(timer);
      look();
    }
  });
  look();
}
