"use strict";
// The talk without reloads. What changes comes as events; what is said goes out by htmx, beside the page.

document.documentElement.classList.add("js");

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Where the talk ends: its last bubble whole, or where that is taller than the screen, its beginning.
function end(scroll) {
  const last = scroll.querySelector(".bubble:last-child");
  return Math.min(scroll.scrollHeight - scroll.clientHeight, last ? last.offsetTop - 8 : Infinity);
}

function down(scroll) {
  scroll.scrollTop = end(scroll);
}

function atEnd(scroll) {
  return end(scroll) - scroll.scrollTop < 120;
}

// A bubble takes the place of the one with its id, or stands at the end of its talk. Whoever reads further up stays there.
function put(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  const bubble = box.content.querySelector("li");
  const before = document.getElementById(bubble.id);
  const talk = document.getElementById(bubble.id.replace(/b\d+$/, "talk"));
  if (!talk) return null;
  const scroll = talk.closest(".scroll");
  const follow = atEnd(scroll) || bubble.classList.contains("hers");
  if (before) before.replaceWith(bubble);
  else talk.append(bubble);
  scroll.querySelector(".welcome")?.remove();
  if (follow) down(scroll);
  return before ? null : bubble;
}

function tell(phone, text) {
  phone.querySelector(".state").textContent = text;
}

// One stream of changes for all phones of the page. The browser comes back by itself, and says what it had last.
function listen(page) {
  const phones = page.querySelectorAll(".phone");
  const shown = Array.from(page.querySelectorAll(".talk"), (talk) => talk.dataset.after);
  const events = new EventSource(`${page.dataset.events}&after=${shown}`);
  events.addEventListener("bubble", (event) => put(event.data));
  events.addEventListener("gone", (event) => document.getElementById(event.data)?.remove());
  events.addEventListener("open", () => {
    for (const phone of phones) {
      if (phone.dataset.cut) tell(phone, "");
      delete phone.dataset.cut;
    }
  });
  events.addEventListener("error", () => {
    for (const phone of phones) {
      tell(phone, phone.dataset.lost);
      phone.dataset.cut = "yes";
    }
  });
}

for (const page of document.querySelectorAll("[data-events]")) listen(page);

// Whoever was at the end stays there when the room changes: photos were picked, the map was opened, the phone turned.
// What moves because of that is no reading further up.
const further = new WeakSet();
const rooms = new WeakMap();
const room = (scroll) => `${scroll.clientWidth} ${scroll.clientHeight}`;
const sized = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    rooms.set(target, room(target));
    if (!further.has(target)) down(target);
  }
});
for (const scroll of document.querySelectorAll(".scroll")) {
  down(scroll);
  sized.observe(scroll);
  scroll.addEventListener("scroll", () => {
    if (rooms.get(scroll) === room(scroll)) further[atEnd(scroll) ? "delete" : "add"](scroll);
  }, { passive: true });
}

// In a row that is wider than the screen, what is chosen is in sight.
for (const chosen of document.querySelectorAll("nav [aria-current]")) chosen.scrollIntoView({ block: "nearest", inline: "center" });

// A list that is open closes with Escape, and the talk goes on where it was opened.
document.addEventListener("keydown", (event) => {
  const list = event.key === "Escape" && event.target.closest?.(".list[open]");
  if (!list) return;
  list.open = false;
  list.querySelector("summary").focus();
});

// What leaves bears an id of its own. When it is not kept, the same goes out again under the same id.
document.addEventListener("htmx:config:request", (event) => {
  const form = event.detail.ctx.sourceElement;
  if (!form.matches(".say, .press")) return;
  const id = form.elements.namedItem("id");
  event.detail.ctx.mark = id.value;
  id.value = fresh();
  tell(form.closest(".phone"), form.closest(".phone").dataset.sending);
});

document.addEventListener("htmx:after:request", (event) => {
  const { sourceElement: form, response, mark } = event.detail.ctx;
  if (!mark) return;
  if (response.status >= 400) form.elements.namedItem("id").value = mark;
  else done(form);
});

document.addEventListener("htmx:error", (event) => {
  const { sourceElement: form, mark } = event.detail.ctx ?? {};
  if (!mark) return;
  form.elements.namedItem("id").value = mark;
  const phone = form.closest(".phone");
  tell(phone, phone.dataset.lost);
});

function done(form) {
  const phone = form.closest(".phone");
  if (phone.querySelector(".state").textContent === phone.dataset.sending) tell(phone, "");
  if (!form.matches(".say")) return;
  const { text, lat, lon } = form.elements;
  for (const field of [text, lat, lon]) field.value = "";
  form.querySelector(".pin").open = false;
  form.dispatchEvent(new Event("kept", { bubbles: true }));
}

// Enter sends, as in a messenger; with Shift it makes a new line. On glass keyboards it always makes one.
document.addEventListener("keydown", (event) => {
  if (!event.target.matches(".say textarea") || event.key !== "Enter") return;
  if (event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
