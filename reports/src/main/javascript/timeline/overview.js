/* The whole boot in a strip: a brush shows and moves the part that the timeline shows. */
import { brushX } from 'd3-brush';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import * as Colours from '../page/colours.js';
import * as Dom from '../page/dom.js';
import * as State from '../boots/state.js';
import * as Timeline from './timeline.js';

const HEIGHT = 34;
const canvas = Dom.byId('overview-canvas');
const svg = select('#overview-brush');
const brush = brushX().on('brush end', brushed);
let scale = scaleLinear();
let boot = null;

export function show(state) {
  boot = state.boot;
  resize();
}

function resize() {
  const width = canvas.parentElement.clientWidth;
  if (!boot || !width || Dom.byId('timeline').hidden) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  scale = scaleLinear().domain(Timeline.domain()).range([0, width]);
  svg.attr('width', width).attr('height', HEIGHT);
  brush.extent([[0, 0], [width, HEIGHT]]);
  svg.call(brush);
  follow(Timeline.shown());
  draw();
}

export function draw() {
  if (!boot) return;
  const context = canvas.getContext('2d');
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.width, HEIGHT);
  for (const phase of boot.phases) {
    if (phase.startUs === null || phase.endUs === null) continue;
    rect(context, phase.startUs, phase.endUs, HEIGHT - 3, 3, Colours.phase(phase.phase), 0.8);
  }
  const pale = Colours.css('pale');
  for (const hit of [false, true]) {
    const last = {};
    for (const span of boot.spans) {
      if (span.hit !== hit || (scale(span.end) - last[span.kind] < 0.5)) continue;
      last[span.kind] = scale(span.end);
      const main = span.kind === 'initcall';
      rect(context, span.start, span.end, main ? 5 : 18, main ? 12 : 7, hit ? Colours.span(span) : pale, 1);
    }
  }
  if (State.isFiltered()) ticks(context);
  context.globalAlpha = 1;
}

/* What a filter finds is seen even where it is too short to be. */
function ticks(context) {
  context.fillStyle = Colours.css('text');
  for (const span of boot.spans) if (span.hit) context.fillRect(Math.floor(scale(span.start)), 0, 1, 4);
}

function rect(context, from, to, y, height, colour, alpha) {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fillRect(scale(from), y, Math.max(0.7, scale(to) - scale(from)), height);
}

function brushed(event) {
  if (!event.sourceEvent) return;
  if (event.selection) Timeline.showRange(...event.selection.map(scale.invert));
  else if (event.type === 'end') Timeline.home();
}

export function follow(range) {
  if (boot && scale.range()[1] > 1) svg.call(brush.move, range.map(scale));
}

new ResizeObserver(resize).observe(canvas.parentElement);
State.on('filter', draw);
