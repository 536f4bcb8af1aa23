// Send to the guide, with patience: a message keeps its id through every retry, so that it is
// answered once.

const RETRIES = [1000, 3000, 7000]; // milliseconds, each made a little longer or shorter by chance
const PATIENCE = 20000;

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function post(path, token, body) {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(path,
      { method: "POST", headers, body: JSON.stringify(body || {}), signal: stop.signal });
    const read = await answer.json().catch(() => null);
    if (answer.ok && read) return read;
    throw { status: answer.status, words: read && read.problem, phones: read && read.phones };
  } finally {
    clearTimeout(timer);
  }
}

// Return what `attempt` returns. A refusal is final; a lost connection or a fault of ours is not.
export async function patiently(attempt, onWait) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (failed) {
      const final = failed.status >= 400 && failed.status < 500;
      if (final || tries >= RETRIES.length) throw failed;
      onWait();
      await pause(RETRIES[tries] * (0.8 + 0.4 * Math.random()));
    }
  }
}

// Wait, or go on at once when the connection comes back.
function pause(milliseconds) {
  return new Promise((done) => {
    const over = () => { removeEventListener("online", over); done(); };
    addEventListener("online", over);
    setTimeout(over, milliseconds);
  });
}
