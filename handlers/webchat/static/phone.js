"use strict";
// The talk without reloads: what changes comes as events, what she says goes out beside the page.
const talk = document.getElementById("talk");
const state = document.getElementById("state");

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function put(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  const bubble = box.content.querySelector("li");
  const before = document.getElementById(bubble.id);
  if (before) before.replaceWith(bubble);
  else talk.append(bubble);
  document.getElementById("welcome")?.remove();
  bubble.scrollIntoView({ block: "nearest" });
}

const events = new EventSource(`${talk.dataset.events}?after=${talk.dataset.after}`);
events.addEventListener("bubble", (event) => put(event.data));
events.addEventListener("gone", (event) => document.getElementById(event.data)?.remove());
events.addEventListener("open", () => { state.textContent = ""; });
events.addEventListener("error", () => { state.textContent = state.dataset.lost; });

for (const form of [document.getElementById("say"), document.getElementById("press")]) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    state.textContent = state.dataset.sending;
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
      state.textContent = answer.ok ? "" : await answer.text();
      if (!answer.ok) return;
    } catch {
      state.textContent = state.dataset.lost;
      return;
    }
    form.reset();
    form.elements.namedItem("id").value = fresh();
  });
}
