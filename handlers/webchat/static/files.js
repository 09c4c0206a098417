"use strict";
// Files on their way in: chosen or dropped, several at once, each seen and taken back, and how far they have come.

const EDGE = 64; // pixels of a small picture

function files(form) {
  return form.elements.namedItem("file");
}

function keep(form, list) {
  const held = new DataTransfer();
  for (const file of list) held.items.add(file);
  files(form).files = held.files;
  show(form);
}

function show(form) {
  const list = form.querySelector(".picked");
  const chosen = [...files(form).files];
  list.hidden = !chosen.length;
  list.replaceChildren(...chosen.map((file, place) => item(form, list, chosen, file, place)));
}

function item(form, list, chosen, file, place) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = file.name;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "×";
  remove.ariaLabel = list.dataset.remove.replace("{name}", file.name);
  remove.addEventListener("click", () => {
    keep(form, chosen.filter((_, other) => other !== place));
    files(form).focus();
  });
  row.append(picture(file), name, remove);
  return row;
}

// Drawn, not linked: nothing of the picture gets an address.
function picture(file) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = EDGE;
  canvas.ariaHidden = "true";
  if (!file.type.startsWith("image/")) return canvas;
  createImageBitmap(file).then((bitmap) => {
    const side = Math.min(bitmap.width, bitmap.height);
    const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
    canvas.getContext("2d").drawImage(bitmap, left, top, side, side, 0, 0, EDGE, EDGE);
    bitmap.close();
  }, () => {});
  return canvas;
}

document.addEventListener("change", (event) => {
  if (event.target.matches(".say input[type=file]")) show(event.target.form);
});
document.addEventListener("kept", (event) => keep(event.target, []));

// Dropped anywhere on a phone.
document.addEventListener("dragover", (event) => {
  const phone = event.target.closest?.(".phone");
  if (!phone || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  phone.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  const phone = event.target.closest?.(".phone");
  if (phone && !phone.contains(event.relatedTarget)) phone.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  const form = event.target.closest?.(".phone")?.querySelector(".say");
  if (!form) return;
  event.preventDefault();
  form.closest(".phone").classList.remove("dropping");
  keep(form, [...files(form).files, ...event.dataTransfer.files]);
});
document.addEventListener("paste", (event) => {
  const form = event.target.closest?.(".say");
  if (form && event.clipboardData.files.length) keep(form, [...files(form).files, ...event.clipboardData.files]);
});

// fetch() does not tell how far it is; for files the older way does.
document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  const form = ctx.sourceElement;
  if (form.matches(".say") && files(form).files.length) ctx.fetch = (address, request) => told(form, address, request);
});

function told(form, address, request) {
  const bar = form.querySelector(".sent");
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(request.method, address);
    for (const [name, value] of Object.entries(request.headers)) sending.setRequestHeader(name, value);
    sending.upload.addEventListener("progress", (event) => { bar.value = (100 * event.loaded) / event.total; });
    sending.addEventListener("load", () => resolve(new Response(sending.status === 204 ? null : sending.response, { status: sending.status })));
    for (const end of ["error", "abort", "timeout"]) sending.addEventListener(end, () => reject(new TypeError(end)));
    sending.addEventListener("loadend", () => { bar.hidden = true; });
    request.signal.addEventListener("abort", () => sending.abort());
    bar.value = 0;
    bar.hidden = false;
    sending.send(request.body);
  });
}
