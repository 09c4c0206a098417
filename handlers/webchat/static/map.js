"use strict";
// A pin: a map of the land's towns that is moved under a cross. By mouse, by finger, by arrows, + and -.

const SVG = "http://www.w3.org/2000/svg";
const LAND = { left: 94.5, right: 141.5, top: 6.5, bottom: -11.5 }; // degrees
const NEAREST = 0.15; // degrees of longitude across, at the closest
const LABELS = 9;
let towns;

function loaded(address) {
  towns ??= fetch(address).then((answer) => answer.json());
  return towns;
}

class Chart {
  constructor(box, data) {
    this.box = box;
    this.data = data;
    this.form = box.closest("form");
    this.near = box.parentElement.querySelector(".near");
    this.x = (LAND.left + LAND.right) / 2;
    this.y = (LAND.top + LAND.bottom) / 2;
    this.span = LAND.right - LAND.left;
    this.svg = this.part(box, "svg", { "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" });
    const dots = data.towns.map(([lon, lat]) => `M${lon} ${-lat}h0`).join("");
    this.part(this.svg, "path", { class: "dots", d: dots });
    this.names = this.part(this.svg, "g", { class: "names" });
    this.cross = this.part(box, "svg", { class: "cross", viewBox: "-20 -20 40 40", "aria-hidden": "true" });
    this.part(this.cross, "path", { d: "M0 0s-6-5-6-10a6 6 0 0 1 12 0c0 5-6 10-6 10z" });
    this.near.textContent = this.near.dataset.how;
    this.draw();
  }

  part(parent, name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return parent.appendChild(made);
  }

  get tall() {
    return this.span * (this.box.clientHeight / this.box.clientWidth || 0.6);
  }

  draw() {
    this.svg.setAttribute("viewBox", [this.x - this.span / 2, -this.y - this.tall / 2, this.span, this.tall].join(" "));
    const close = this.data.towns
      .filter(([lon, lat]) => Math.abs(lon - this.x) < this.span / 2 && Math.abs(lat - this.y) < this.tall / 2)
      .sort((one, other) => this.away(one) - this.away(other));
    this.names.replaceChildren();
    const pixel = this.span / (this.box.clientWidth || 320);
    this.names.setAttribute("font-size", 13 * pixel);
    const free = [];
    for (const [lon, lat, name] of this.span < 8 ? close : []) {
      if (free.some(([x, y]) => Math.abs(y - lat) < 18 * pixel && Math.abs(x - lon) < 90 * pixel)) continue;
      free.push([lon, lat]);
      this.part(this.names, "text", { x: lon + 4 * pixel, y: -lat - 3 * pixel }).textContent = name;
      if (free.length === LABELS) break;
    }
    return close[0] ?? [...this.data.towns].sort((one, other) => this.away(one) - this.away(other))[0];
  }

  away([lon, lat]) {
    return Math.hypot(lon - this.x, lat - this.y);
  }

  go(x, y, span = this.span) {
    const held = (value, least, most) => Math.min(most, Math.max(least, value));
    this.span = held(span, NEAREST, LAND.right - LAND.left);
    this.x = held(x, LAND.left, LAND.right);
    this.y = held(y, LAND.bottom, LAND.top);
    const [, , town, area] = this.draw();
    this.form.elements.lat.value = this.y.toFixed(5);
    this.form.elements.lon.value = this.x.toFixed(5);
    this.near.textContent = this.near.dataset.near.replace("{town}", town).replace("{area}", this.data.areas[area]);
  }

  forget() {
    this.form.elements.lat.value = this.form.elements.lon.value = "";
    this.near.textContent = this.near.dataset.how;
  }

  at(event) {
    const { left, top, width, height } = this.box.getBoundingClientRect();
    return [
      this.x + ((event.clientX - left) / width - 0.5) * this.span,
      this.y - ((event.clientY - top) / height - 0.5) * this.tall,
    ];
  }
}

const charts = new WeakMap();

// Opened, it is drawn; closed, it says nothing more: no point goes out with a text by mistake.
document.addEventListener("toggle", async (event) => {
  const box = event.target.querySelector?.(".map");
  if (!box) return;
  if (!event.target.open) charts.get(box)?.forget();
  if (!event.target.open || charts.has(box)) return;
  const data = await loaded(box.dataset.towns);
  box.hidden = false;
  charts.set(box, new Chart(box, data));
}, true);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-zoom]");
  const chart = button && charts.get(button.closest(".map"));
  if (chart) chart.go(chart.x, chart.y, chart.span * Number(button.dataset.zoom));
});

document.addEventListener("keydown", (event) => {
  const chart = charts.get(event.target);
  const step = chart ? chart.span / 10 : 0;
  const moves = {
    ArrowLeft: [-step, 0, 1], ArrowRight: [step, 0, 1], ArrowUp: [0, step, 1], ArrowDown: [0, -step, 1],
    "+": [0, 0, 0.5], "=": [0, 0, 0.5], "-": [0, 0, 2],
  };
  const move = chart && !event.ctrlKey && !event.metaKey && moves[event.key];
  if (!move) return;
  event.preventDefault();
  chart.go(chart.x + move[0], chart.y + move[1], chart.span * move[2]);
});

// Dragged; or pressed, which brings that place under the cross and nearer.
document.addEventListener("pointerdown", (event) => {
  const box = event.target.closest(".map");
  const chart = charts.get(box);
  if (!chart || event.target.closest("button") || event.button !== 0) return;
  const { clientX: left, clientY: top } = event;
  const { x, y } = chart;
  const over = new AbortController();
  box.setPointerCapture(event.pointerId);
  box.addEventListener("pointermove", (to) => {
    const scale = chart.span / box.clientWidth;
    chart.go(x - (to.clientX - left) * scale, y + (to.clientY - top) * scale);
  }, over);
  box.addEventListener("pointercancel", () => over.abort(), over);
  box.addEventListener("pointerup", (to) => {
    over.abort();
    if (Math.hypot(to.clientX - left, to.clientY - top) < 5) chart.go(...chart.at(to), chart.span / 2);
  }, over);
});

document.addEventListener("wheel", (event) => {
  const chart = charts.get(event.target.closest?.(".map"));
  if (!chart) return;
  event.preventDefault();
  chart.go(chart.x, chart.y, chart.span * (event.deltaY < 0 ? 0.8 : 1.25));
}, { passive: false });
