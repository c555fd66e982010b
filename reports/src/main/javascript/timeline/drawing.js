/* The timeline's ink. Colour never stands alone: outcomes have signs, open ends are ragged, bands have names. */
import * as Arrows from './arrows.js';
import * as Colours from '../page/colours.js';
import * as Format from '../page/format.js';
import * as Layout from './layout.js';
import * as Milestones from '../boots/milestones.js';
import * as Spans from './spans.js';
import * as State from '../boots/state.js';
import * as Strokes from './strokes.js';

const FONT = '11px system-ui, sans-serif';
const MONO = '10.5px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace';
export const SIGNS = { failed: '✕', unfinished: '…', deferred: '↻', absent: '∅', positive: '+' };
const MONO_WIDTH = 6.4;

export function all(context, view) {
  context.clearRect(0, 0, view.width, view.layout.height);
  axis(context, view);
  if (view.range) stretch(context, view);
  clipped(context, view, () => {
    stages(context, view);
    phases(context, view);
    levels(context, view);
    lanes(context, view);
    marks(context, view);
    if (view.replay !== null) moment(context, view);
  });
  names(context, view);
}

function clipped(context, view, draw) {
  context.save();
  context.beginPath();
  context.rect(view.gutter, 0, view.width - view.gutter, view.layout.height);
  context.clip();
  draw();
  context.restore();
}

function axis(context, { scale, layout, gutter, width }) {
  const ticks = scale.ticks(Math.max(2, Math.floor((width - gutter) / 110))).filter(Number.isInteger);
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
  context.font = FONT;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const tick of ticks) {
    const x = Math.round(scale(tick)) + 0.5;
    Strokes.line(context, x, layout.axis - 6, x, layout.height, Colours.css('grid'));
    context.fillStyle = Colours.css('muted');
    context.fillText(tickText(tick, step), x + 4, layout.axis / 2);
  }
}

/* The moment that is replayed. */
function moment(context, { scale, layout, replay }) {
  const x = Math.round(scale(replay)) + 0.5;
  context.lineWidth = 2;
  Strokes.line(context, x, 0, x, layout.height, Colours.css('accent'));
  context.lineWidth = 1;
}

/* The stretch that the reader chose. */
function stretch(context, { scale, layout, gutter, range }) {
  const [from, to] = range.map(us => Math.max(gutter, scale(us)));
  context.fillStyle = Colours.css('chosen');
  context.fillRect(from, 0, to - from, layout.height);
  Strokes.line(context, from, 0, from, layout.height, Colours.css('accent'));
  Strokes.line(context, to, 0, to, layout.height, Colours.css('accent'));
}

function tickText(us, step) {
  if (step >= 1e6) return us / 1e6 + ' s';
  if (us === 0) return '0';
  const decimals = Math.max(0, 6 - Math.floor(Math.log10(step)));
  return (us / 1e6).toFixed(Math.min(6, decimals)) + ' s';
}

const bandOf = (view, name) => view.layout.bands.find(band => band.name === name);

function stages(context, view) {
  for (const stage of Spans.stages(view.boot)) {
    block(context, view, bandOf(view, 'stages'), stage.startUs, stage.endUs, Colours.css(stage.name === 'kernel' ? 'accent' : 'muted'), stage.name);
  }
}

function phases(context, view) {
  const band = bandOf(view, 'phases');
  for (const phase of view.boot.phases) {
    if (phase.startUs === null || phase.endUs === null) continue;
    block(context, view, band, phase.startUs, phase.endUs, Colours.phase(phase.phase), phase.title);
  }
}

function levels(context, view) {
  const band = bandOf(view, 'levels');
  if (!band) return;
  for (const level of view.boot.levels) {
    if (level.startUs === null || level.endUs === null || level.level === 'module') continue;
    block(context, view, band, level.startUs, level.endUs, Colours.level(level.level), level.level);
  }
}

function block(context, { scale, gutter, width: right }, band, from, to, colour, name) {
  const x = scale(from);
  const width = Math.max(1, scale(to) - x);
  context.globalAlpha = 0.22;
  context.fillStyle = colour;
  context.fillRect(x, band.y, width, band.height);
  context.globalAlpha = 1;
  context.fillRect(x, band.y + band.height - 2, width, 2);
  const left = Math.max(x, gutter);
  context.font = FONT;
  // A word or two of a name say something else than the name.
  const room = Math.min(x + width, right) - left - 8;
  if (6 * name.length <= 1.5 * room) label(context, name, left + 5, band.y + band.height / 2 - 0.5, room, Colours.css('text'), 6);
}

function label(context, text, x, y, room, colour, charWidth) {
  const most = Math.floor(room / charWidth);
  if (most < 3) return;
  const shown = Format.visible(text);
  context.fillStyle = colour;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(shown.length <= most ? shown : shown.slice(0, most - 1) + '…', x, y);
}

function lanes(context, view) {
  const inked = (lane, span, x, y, width) => bar(context, view, lane, span, x, y, width);
  const paled = (lane, span, x, y, width) => context.fillRect(x, y, width, lane.height);
  const selected = State.state.selected?.record;
  const outlined = [];
  for (const lane of view.layout.lanes) {
    const { pale, ink, marked } = sorted(view, lane.spans, selected);
    context.fillStyle = Colours.css('pale');
    bars(view, lane, pale, 1, paled);
    bars(view, lane, ink, State.isFiltered() ? 2 : 1, inked);
    if (pale.length + ink.length === 0) elsewhere(context, view, lane);
    if (lane.follows) arrows(context, view, lane);
    for (const span of marked) outlined.push([lane, span]);
  }
  Arrows.draw(context, view);
  for (const [lane, span] of outlined) outline(context, view, lane, span);
}

/* Where what is in a lane stands, when none of it is in view. */
function elsewhere(context, { scale, gutter, width }, lane) {
  const [from, to] = scale.domain();
  const later = lane.spans.find(span => span.start > to);
  const earlier = lane.spans.findLast(span => span.end < from);
  context.font = FONT;
  context.textBaseline = 'middle';
  context.fillStyle = Colours.css('muted');
  context.textAlign = later ? 'right' : 'left';
  const text = later ? 'from ' + Format.stamp(later.start) + ' s →' : earlier ? '← until ' + Format.stamp(earlier.end) + ' s' : '';
  context.fillText(text, later ? width - 8 : gutter + 8, lane.y + lane.height / 2);
}

/* What is seen of a lane: what a filter or a replay leaves pale, what has ink, and what is pointed at or chosen. */
function sorted(view, spans, selected) {
  const [from, to] = view.scale.domain();
  const now = view.replay ?? Infinity;
  const [pale, ink, marked] = [[], [], []];
  for (const span of spans) {
    if (span.end < from || span.start > to) continue;
    const begun = span.hit && span.start <= now;
    if (begun) ink.push(span);
    if (!begun || span.end > now) pale.push(span);
    if (span === view.hovered || span.record === selected) marked.push(span);
  }
  return { pale, ink, marked };
}

/* Of bars that are narrower than a pixel, one a pixel and row is drawn. */
function bars(view, lane, spans, least, draw) {
  const [from, to] = view.scale.domain();
  const left = view.scale(from);
  const perUs = (view.scale(to) - left) / (to - from);
  const last = [];
  for (const span of spans) {
    const x = left + perUs * (span.start - from);
    const width = Math.max(span.open ? 16 : least, perUs * (span.end - span.start));
    const pixel = Math.floor(x);
    if (width <= least && last[span.row] === pixel && !span.open) continue;
    last[span.row] = pixel;
    draw(lane, span, x, Layout.top(lane, span), width);
  }
}

function bar(context, view, lane, span, x, y, whole) {
  const colour = Colours.span(span);
  const running = view.replay !== null && span.end > view.replay;
  const width = running ? Math.max(1, view.scale(view.replay) - x) : whole;
  context.fillStyle = colour;
  // A hair of paper between neighbours tells two calls from one.
  context.fillRect(x, y, width > 4 ? width - 0.8 : width, lane.height);
  outcomeEdge(context, span, x, y, width, lane.height);
  if (span.open && !running) ragged(context, Math.min(x + width, view.width - 1), y, lane.height);
  if (width > 22) barText(context, view, span, x, y, width, lane.height, Colours.ink(colour));
}

/* From each stretch to the one that follows on it; where they are too narrow to tell apart, only where the path changes sides. */
function arrows(context, view, lane) {
  context.strokeStyle = context.fillStyle = Colours.css('text');
  for (let i = 1; i < lane.spans.length; i++) {
    const [one, next] = [lane.spans[i - 1], lane.spans[i]];
    const x = Math.round(view.scale(next.start)) + 0.5;
    const room = Math.min(x - view.scale(one.start), view.scale(next.end) - x);
    const from = Layout.top(lane, one) + lane.height / 2;
    const to = Layout.top(lane, next) + lane.height / 2;
    if (one.row !== next.row) {
      Strokes.line(context, x, from, x, to, Colours.css('text'));
      Strokes.head(context, x, to, 0, Math.sign(to - from));
    } else if (room > 14) {
      Strokes.head(context, x + 3, to, 1, 0);
    }
  }
}

function outcomeEdge(context, span, x, y, width, height) {
  const outcome = span.record.outcome;
  if (outcome !== 'failed' && outcome !== 'unfinished' && outcome !== 'deferred') return;
  context.fillStyle = Colours.outcome(outcome);
  context.fillRect(x, y + height - 4, width, 4);
  context.fillStyle = Colours.css('panel');
  context.fillRect(x, y + height - 5, width, 1);
}

/* An open end: the log stops before the call returned. */
function ragged(context, x, y, height) {
  const tooth = height / 4;
  context.fillStyle = Colours.css('panel');
  context.beginPath();
  context.moveTo(x + 1, y);
  for (let i = 0; i < 4; i++) {
    context.lineTo(x - tooth, y + (i + 0.5) * tooth);
    context.lineTo(x + 1, y + (i + 1) * tooth);
  }
  context.fill();
}

function barText(context, view, span, x, y, width, height, colour) {
  const left = Math.max(x, view.gutter);
  const sign = SIGNS[span.record.outcome];
  context.font = MONO;
  label(context, (sign ? sign + ' ' : '') + span.name, left + 4, y + height / 2, x + width - left - 7, colour, MONO_WIDTH);
}

function outline(context, { scale }, lane, span) {
  const x = scale(span.start);
  context.lineWidth = 2;
  context.strokeStyle = Colours.css('text');
  context.strokeRect(x - 1.5, Layout.top(lane, span) - 1.5, Math.max(1, scale(span.end) - x) + 3, lane.height + 3);
  context.lineWidth = 1;
}

function marks(context, view) {
  const free = [-Infinity, -Infinity];
  context.font = FONT;
  for (const mark of Milestones.of(view.boot)) {
    const x = Math.round(view.scale(mark.us)) + 0.5;
    const colour = Colours.css(mark.bad ? 'bad' : 'mark');
    const width = context.measureText(mark.name).width;
    const left = x + width + 10 > view.width ? x - width - 6 : x + 5;
    const row = free.findIndex(end => end <= left);
    Strokes.line(context, x, view.layout.marksY, x, view.layout.height, colour, [4, 3]);
    if (row < 0) continue;
    const y = view.layout.marksY + (row + 0.5) * view.layout.marksHeight / free.length;
    context.fillStyle = Colours.css('panel');
    context.fillRect(left - 2, y - 6, width + 4, 12);
    context.fillStyle = mark.bad ? colour : Colours.css('text');
    context.textAlign = 'left';
    context.fillText(mark.name, left, y);
    free[row] = left + width + 6;
  }
}

function names(context, { layout, gutter }) {
  context.font = FONT;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillStyle = Colours.css('muted');
  for (const band of layout.bands) context.fillText(band.name, gutter - 10, band.y + band.height / 2);
  for (const lane of layout.lanes) context.fillText(lane.name, gutter - 10, lane.y + lane.height / 2);
}
