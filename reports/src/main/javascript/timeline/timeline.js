/* The timeline: what ran when, on a canvas; wheel zooms, dragging pans, hovering tells, a click selects. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { pointer, select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import * as Arrows from './arrows.js';
import * as Dom from '../page/dom.js';
import * as Drawing from './drawing.js';
import * as Format from '../page/format.js';
import * as Layout from './layout.js';
import * as Overview from './overview.js';
import * as Paper from '../page/paper.js';
import * as Range from './range.js';
import * as Selection from '../boots/selection.js';
import * as Spans from './spans.js';
import * as State from '../boots/state.js';
import * as Tooltip from '../page/tooltip.js';

const GUTTER = 118;
const canvas = Dom.byId('canvas');
const NAME = canvas.getAttribute('aria-label');
const zoomer = zoom().filter(mayZoom).on('zoom', zoomed);
let base = scaleLinear();
let transform = zoomIdentity;
let boot = null;
let layout = null;
let hovered = null;
let engaged = false;
let frame = 0;

/* The wheel scrolls the page, as everywhere, until it is meant for the chart: with Ctrl, or after a click into it. */
function mayZoom(event) {
  if (event.type === 'wheel') return event.ctrlKey || engaged;
  if (event.type.startsWith('touch')) return event.touches.length > 1;
  return !event.button && event.type !== 'dblclick' && !Range.isOnAxis(event, canvas);
}

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
function domainOf(boot) {
  const { span, spans } = boot;
  const moments = spans.flatMap(each => each.open ? [each.start] : [each.start, each.end]);
  for (const stage of Spans.stages(boot)) moments.push(stage.startUs, stage.endUs);
  const [first, last] = extent(span ? [span.fromUs, span.toUs, ...moments] : moments);
  const room = span && span.handover ? 1.01 : 1.04;
  return first === undefined || first === last ? null : [first, first + (last - first) * room];
}

/* The way to init, when what came later would make it small. */
export function home() {
  const range = homeRange();
  if (range) showRange(...range);
  else all();
}

function homeRange() {
  const { span } = boot;
  const isLong = span && (base.domain()[1] - span.fromUs) > 1.5 * (span.toUs - span.fromUs);
  return isLong ? [span.fromUs, span.toUs + (span.toUs - span.fromUs) * 0.04] : null;
}

function isHome() {
  const range = homeRange() ?? base.domain();
  return scale().domain().every((us, i) => Math.abs(us - range[i]) < 1);
}

function resize() {
  if (isEmpty()) return;
  const [from, to] = scale().domain();
  const width = Paper.widthOf(canvas.parentElement);
  const ratio = Paper.ratio();
  canvas.style.width = width + 'px';
  canvas.style.height = layout.height + 'px';
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(layout.height * ratio);
  base.range([GUTTER, width]);
  const shortest = 20;
  zoomer.extent([[GUTTER, 0], [width, layout.height]]).translateExtent([[GUTTER, 0], [width, layout.height]])
    .scaleExtent([1, Math.max(1, (base.domain()[1] - base.domain()[0]) / shortest)]);
  if (transform.k > 1) showRange(from, to);
  draw();
}

function zoomed(event) {
  transform = event.transform;
  draw();
  Overview.follow(scale().domain());
  State.set('view', { view: isHome() ? null : scale().domain().map(Math.round) });
}

/* However many events a frame has, it is drawn once. */
export function draw() {
  if (!frame) frame = requestAnimationFrame(paint);
}

function paint() {
  frame = 0;
  if (isEmpty()) return;
  const context = canvas.getContext('2d');
  const ratio = Paper.ratio();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Drawing.all(context, { boot, layout, scale: scale(), gutter: GUTTER, width: base.range()[1], hovered, range: State.state.range, replay: State.state.replay });
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

/* A selected span outside the view comes into it; one that is there does not move. */
export function reveal(span, scrolls) {
  if (isEmpty()) return;
  if (scrolls) intoSight(span);
  const [from, to] = scale().domain();
  if (span.start < from || span.start > to) {
    const half = Math.max((to - from) / 2, (span.end - span.start) * 2);
    showRange(span.start - half, span.start + half);
  }
  draw();
}

/* Neither the window's edge nor the drawer hides it: something of its height stands where it is drawn, and comes into sight. */
function intoSight(span) {
  const lane = layout.lanes.find(each => each.spans.includes(span));
  const sight = Dom.byId('sight');
  sight.style.top = Layout.top(lane, span) + 'px';
  sight.style.height = lane.height + 'px';
  sight.scrollIntoView({ block: 'nearest' });
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
  if (Range.isOnAxis(event, canvas)) canvas.style.cursor = 'col-resize';
  else if (!event.buttons && !span) canvas.style.cursor = 'grab';
  if (span !== hovered) {
    hovered = span;
    canvas.style.cursor = span ? 'pointer' : 'grab';
    draw();
  }
  Tooltip.at(event, span);
}

canvas.addEventListener('pointermove', hover);
canvas.addEventListener('pointerleave', () => { hovered = null; Tooltip.hide(); draw(); });
canvas.addEventListener('click', event => {
  const span = spanAt(event);
  engaged = true;
  if (span) Selection.choose(span.kind, span.record);
});
canvas.addEventListener('blur', () => { engaged = false; });
document.addEventListener('pointerdown', event => { if (event.target !== canvas) engaged = false; });
Range.wire(canvas, GUTTER, x => Math.round(scale().invert(x)));
canvas.addEventListener('dblclick', event => { const span = spanAt(event); if (span) around(span); else home(); });
new ResizeObserver(resize).observe(canvas.parentElement);
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
Paper.on(() => { resize(); paint(); });
State.on('filter', draw);
State.on('selection', () => { named(); draw(); });
State.on('range', draw);
State.on('replay', draw);

/* What arrows show is said too. */
function named() {
  const arrows = Arrows.told(boot);
  canvas.setAttribute('aria-label', NAME + (arrows ? '; ' + Format.visible(arrows) : ''));
}

export const domain = () => base.domain();
/* The bar after or before the selected one, in the order of their starts, among those that are meant. */
export function step(by) {
  const spans = boot.spans.filter(span => span.hit && span.kind !== 'path').sort((a, b) => a.start - b.start);
  if (spans.length === 0) return;
  const at = spans.findIndex(span => Selection.isSelected(span.record));
  const next = spans[at < 0 ? (by > 0 ? 0 : spans.length - 1) : Math.min(spans.length - 1, Math.max(0, at + by))];
  Selection.choose(next.kind, next.record);
}

/* What is around the selected bar, or the longest inside it. */
export function climb(up) {
  const record = State.state.selected?.record;
  if (!record?.span) return;
  const inside = boot.probes.filter(probe => probe.outer === record && probe.span);
  const to = up ? record.outer : inside.sort((a, b) => (b.durationUs ?? 0) - (a.durationUs ?? 0))[0];
  if (to?.span) Selection.choose(to.span.kind, to);
}

export const shown = () => scale().domain();
