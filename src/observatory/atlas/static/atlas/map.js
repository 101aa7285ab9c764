// Draws areas on outlines of regions. A place that is known as a town is a circle, a governorate is filled whole.
"use strict";

const LEAST_PIXELS = 7;
const NEAREST = 0.9;

async function data(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function part(name, text, more = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  return Object.assign(made, more);
}

function popup(area) {
  const box = part("div", "", { dir: document.documentElement.dir });
  box.append(part("strong", area.name), " ", part("span", area.precision, { className: "hint" }));
  const list = part("ul", "");
  for (const one of area.incidents) {
    const item = part("li", "");
    item.append(part("a", one.title, { href: one.address }), " ", part("bdi", one.figures), " ", part("span", one.days, { className: "hint" }));
    list.append(item);
  }
  box.append(list);
  return box;
}

function named(area) {
  const label = `${area.name} · ${area.count}`;
  return part("bdi", label);
}

function classes(area) {
  return ["area", area.kind, area.whole ? "whole" : "", area.disputed ? "disputed" : ""].filter(Boolean).join(" ");
}

function shapeOf(area, outlines) {
  if (area.kind === "circle") return L.circle(area.point, { radius: area.metres, className: classes(area) });
  const features = outlines.features.filter((one) => area.regions.includes(one.id));
  return L.geoJSON({ type: "FeatureCollection", features }, { style: () => ({ className: classes(area) }) });
}

// A circle that would be too small to see is drawn larger, never smaller than what is known.
function keepVisible(map, circles) {
  for (const [circle, metres] of circles) {
    const at = map.latLngToLayerPoint(circle.getLatLng());
    const beside = map.layerPointToLatLng(at.add([LEAST_PIXELS, 0]));
    circle.setRadius(Math.max(metres, map.distance(circle.getLatLng(), beside)));
  }
}

function boundsOf(areas, outlines) {
  const found = L.latLngBounds([]);
  for (const area of areas) {
    const shape = area.kind === "circle" ? null : shapeOf(area, outlines);
    found.extend(shape ? shape.getBounds() : L.latLng(area.point).toBounds(2 * area.metres));
  }
  return found.isValid() ? found : L.geoJSON(outlines).getBounds();
}

// The areas around which most incidents stand: one far away does not make the others small.
function central(areas) {
  const middle = (one) => (one.point ? L.latLng(one.point) : null);
  const points = areas.map(middle).filter(Boolean);
  if (points.length < 5) return areas;
  const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
  const centre = L.latLng(median(points.map((one) => one.lat)), median(points.map((one) => one.lng)));
  const away = (one) => centre.distanceTo(one);
  const farthest = [...points].sort((one, other) => away(one) - away(other))[Math.floor(points.length * NEAREST)];
  return areas.filter((one) => !one.point || away(middle(one)) <= away(farthest));
}

// An area is one stop of the keyboard with its name, of however many provinces it is made.
function nameForKeyboard(area, shape) {
  const paths = (shape.getLayers ? shape.getLayers() : [shape]).map((one) => one.getElement()).filter(Boolean);
  const stop = Math.max(0, paths.findIndex((path) => path.getBBox().width > 0));
  paths.forEach((path, number) => {
    path.setAttribute("tabindex", number === stop ? "0" : "-1");
    path.setAttribute("role", "button");
    path.setAttribute("aria-label", `${area.name} · ${area.count}`);
  });
}

function draw(frame, outlines, told) {
  const map = L.map(frame, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, minZoom: 3, maxZoom: 11, scrollWheelZoom: false });
  L.control.zoom({ zoomInTitle: frame.dataset.zoomIn, zoomOutTitle: frame.dataset.zoomOut }).addTo(map);
  L.geoJSON(outlines, { interactive: false, style: () => ({ className: "outline" }) }).addTo(map);
  const circles = [];
  const shapes = L.featureGroup();
  const drawn = [];
  const wideFirst = [...told.areas].sort((one, other) => rank(one) - rank(other));
  for (const area of wideFirst) {
    const shape = shapeOf(area, outlines);
    if (area.kind === "circle") circles.push([shape, area.metres]);
    shape.bindPopup(() => popup(area), { maxWidth: 280 }).bindTooltip(() => named(area), { sticky: true });
    shapes.addLayer(shape);
    drawn.push([area, shape]);
  }
  const exact = central(wideFirst.filter((area) => !area.whole));
  map.fitBounds(boundsOf(exact.length ? exact : wideFirst, outlines), { padding: [24, 24], maxZoom: 8 });
  shapes.addTo(map);
  for (const [area, shape] of drawn) nameForKeyboard(area, shape);
  keepVisible(map, circles);
  map.on("zoomend", () => keepVisible(map, circles));
  frame.closest(".map-frame").classList.add("map-ready");
}

function rank(area) {
  return area.whole ? 0 : area.kind === "region" ? 1 : 2;
}

function note(frame, told) {
  const place = frame.closest(".map-frame").nextElementSibling?.querySelector(".map-note");
  if (!place) return;
  const parts = [];
  if (told.nowhere) parts.push(`${frame.dataset.nowhere}: ${told.nowhere}.`);
  if (told.left_off) parts.push(`${frame.dataset.leftOff}.`);
  place.textContent = parts.join(" ");
}

async function start(frame) {
  const state = frame.closest(".map-frame").querySelector(".map-state");
  state.textContent = state.dataset.loading;
  try {
    const [outlines, told] = await Promise.all([data(frame.dataset.regions), data(frame.dataset.areas)]);
    draw(frame, outlines, told);
    note(frame, told);
  } catch (problem) {
    state.textContent = frame.dataset.failed;
    console.error(problem);
  }
}

document.querySelectorAll(".map[data-areas]").forEach(start);
