/* The timeline: what ran when, on a canvas; wheel zooms, dragging pans, hovering tells, a click selects. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { pointer, select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import * as Dom from '../page/dom.js';
import * as Drawing from './drawing.js';
import * as Layout from './layout.js';
import * as Overview from './overview.js';
import * as Selection from '../boots/selection.js';
import * as State from '../boots/state.js';
import * as Tooltip from '../page/tooltip.js';

const GUTTER = 118;
const canvas = Dom.byId('canvas');
const zoomer = zoom().filter(event => !event.button && event.type !== 'dblclick').on('zoom', zoomed);
let base = scaleLinear();
let transform = zoomIdentity;
let boot = null;
let layout = null;
let hovered = null;

const scale = () => transform.rescaleX(base);
const isEmpty = () => layout === null;

export function show(state) {
  boot = state.boot;
  const domain = domainOf(boot);
  layout = domain ? Layout.of(boot) : null;
  Dom.byId('timeline').hidden = isEmpty();
  Dom.byId('no-timeline').hidden = !isEmpty();
  if (isEmpty()) return;
  base = scaleLinear().domain(domain);
  transform = zoomIdentity;
  resize();
  select(canvas).call(zoomer);
  home();
}

/* All that ran and the boot itself; ordinary messages of a long-running machine do not stretch it. */
function domainOf({ span, spans }) {
  const moments = spans.flatMap(each => each.open ? [each.start] : [each.start, each.end]);
  const [first, last] = extent(span ? [span.fromUs, span.toUs, ...moments] : moments);
  const room = span && span.handover ? 1.01 : 1.04;
  return first === undefined || first === last ? null : [first, first + (last - first) * room];
}

/* The way to init, when what came later would make it small. */
export function home() {
  const { span } = boot;
  if (span && (base.domain()[1] - span.fromUs) > 1.5 * (span.toUs - span.fromUs)) showRange(span.fromUs, span.toUs + (span.toUs - span.fromUs) * 0.04);
  else all();
}

function resize() {
  if (isEmpty()) return;
  const width = canvas.parentElement.clientWidth;
  const ratio = window.devicePixelRatio || 1;
  canvas.style.width = width + 'px';
  canvas.style.height = layout.height + 'px';
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(layout.height * ratio);
  base.range([GUTTER, width]);
  const shortest = 20;
  zoomer.extent([[GUTTER, 0], [width, layout.height]]).translateExtent([[GUTTER, 0], [width, layout.height]])
    .scaleExtent([1, Math.max(1, (base.domain()[1] - base.domain()[0]) / shortest)]);
  draw();
}

function zoomed(event) {
  transform = event.transform;
  draw();
  Overview.follow(scale().domain());
}

export function draw() {
  if (isEmpty()) return;
  const context = canvas.getContext('2d');
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Drawing.all(context, { boot, layout, scale: scale(), gutter: GUTTER, width: canvas.clientWidth, hovered });
}

export function showRange(from, to) {
  if (isEmpty()) return;
  const least = 20;
  const [first, last] = base.domain();
  const span = Math.max(least, to - from);
  const k = Math.min(zoomer.scaleExtent()[1], (last - first) / span);
  const x = GUTTER - k * base((from + to) / 2 - (last - first) / k / 2);
  select(canvas).call(zoomer.transform, zoomIdentity.translate(x, 0).scale(k));
}

export const all = () => select(canvas).call(zoomer.transform, zoomIdentity);
export const scaleBy = factor => select(canvas).call(zoomer.scaleBy, factor);
export const pan = part => select(canvas).call(zoomer.translateBy, -part * (canvas.clientWidth - GUTTER) / transform.k, 0);

/* A selected span outside the window comes into view; one that is there does not move. */
export function reveal(span) {
  if (isEmpty()) return;
  const [from, to] = scale().domain();
  if (span.start < from || span.start > to) {
    const half = Math.max((to - from) / 2, (span.end - span.start) * 2);
    showRange(span.start - half, span.start + half);
  }
  draw();
}

export const around = span => {
  const margin = Math.max(10, (span.end - span.start) * 0.6);
  showRange(span.start - margin, span.end + margin);
};

function spanAt(event) {
  const [x, y] = pointer(event, canvas);
  return isEmpty() || x < GUTTER ? null : Layout.spanAt(layout, scale(), x, y);
}

function hover(event) {
  const span = event.buttons ? null : spanAt(event);
  if (span !== hovered) {
    hovered = span;
    canvas.style.cursor = span ? 'pointer' : 'grab';
    draw();
  }
  Tooltip.at(event, span);
}

canvas.addEventListener('pointermove', hover);
canvas.addEventListener('pointerleave', () => { hovered = null; Tooltip.hide(); draw(); });
canvas.addEventListener('click', event => { const span = spanAt(event); if (span) Selection.choose(span.kind, span.record); });
canvas.addEventListener('dblclick', event => { const span = spanAt(event); if (span) around(span); else home(); });
new ResizeObserver(resize).observe(canvas.parentElement);
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
State.on('filter', draw);
State.on('selection', draw);
export const domain = () => base.domain();
export const shown = () => scale().domain();
