/* Arrows to what is chosen: from what ended its wait; from attempt to attempt, by way of the device that released it. */
import * as Colours from '../page/colours.js';
import * as Format from '../page/format.js';
import * as Layout from './layout.js';
import * as State from '../boots/state.js';
import * as Strokes from './strokes.js';

/* What only fits in time is never said to be so. */
const ENDED = { measured: 'ended', stated: 'ended', likely: 'likely ended', possible: 'may have ended', unknown: 'may have ended' };
const FONT = '11px system-ui, sans-serif';

/* Each from a span, or a line of the log, to a span; at these times. A row of the waits or deferrals means its call. */
export function of(boot, record) {
  if (!record) return [];
  if (record.attempts > 0 && !record.span) return attempts(boot, boot.probes.filter(probe => probe.device === record.device));
  if (record.attempts > 1) return attempts(boot, boot.probes.filter(probe => probe.device === record.device));
  return waits(record.waits ?? (record.call ? [record] : []));
}

function waits(all) {
  return all.filter(wait => Format.known(wait.endedUs) && wait.call?.span).map(wait =>
    ({ words: wait.by + ' ' + ENDED[wait.evidence] + ' the wait of ' + wait.call.span.name, dash: wait.evidence === 'possible' ? [3, 3] : [], by: wait.by, from: wait.endedBy?.span ?? null, fromUs: wait.endedUs, to: wait.call.span, toUs: wait.endedUs }));
}

function attempts(boot, probes) {
  const tries = probes.map(probe => probe.span).filter(each => each);
  const arrows = [];
  for (let i = 1; i < tries.length; i++) {
    const by = i === tries.length - 1 ? releaser(boot, tries[i - 1], tries[i]) : null;
    if (by) arrows.push(step(tries[i - 1], by, by.end, 'waited for'), step(by, tries[i], tries[i].start, 'released'));
    else arrows.push(step(tries[i - 1], tries[i], tries[i].start, 'was tried again:'));
  }
  return arrows;
}

const step = (from, to, toUs, does) => ({ words: from.name + ' ' + does + ' ' + to.name, from, fromUs: from.end, to, toUs });

/* The supplier that was bound between the last attempt in vain and the good one. */
function releaser(boot, vain, good) {
  const supplier = boot.deferrals.find(each => each.device === good.name)?.supplier;
  if (!supplier || good.record.outcome === 'deferred') return null;
  return boot.probes.filter(probe => probe.device === supplier && probe.span && probe.span.end >= vain.end && probe.span.end <= good.start).at(-1)?.span ?? null;
}

export const told = boot => of(boot, State.state.selected?.record).map(arrow => arrow.words).join('; ');

export function draw(context, view) {
  for (const arrow of of(view.boot, State.state.selected?.record)) {
    const to = middle(view, arrow.to);
    if (!to) continue;
    context.fillStyle = Colours.css('text');
    if (arrow.from) elbow(context, { x: view.scale(arrow.fromUs), ...middle(view, arrow.from) }, { x: view.scale(arrow.toUs), ...to }, arrow.dash);
    else fromLine(context, view, arrow, to);
  }
}

function middle(view, span) {
  const lane = view.layout.lanes.find(each => each.spans.includes(span));
  return lane ? { y: Layout.top(lane, span) + lane.height / 2, half: lane.height / 2 } : null;
}

/* Down or up at the time where it begins, then along; without a way to go along it ends at the edge of the bar. */
function elbow(context, from, to, dash) {
  const colour = Colours.css('text');
  const across = to.x - from.x;
  if (Math.abs(across) < 7) {
    const way = Math.sign(to.y - from.y) || 1;
    const end = to.y - way * to.half;
    Strokes.line(context, from.x, from.y, from.x, end - 5 * way, colour, dash);
    Strokes.head(context, from.x, end, 0, way);
    return;
  }
  Strokes.line(context, from.x, from.y, from.x, to.y, colour);
  Strokes.line(context, from.x, to.y, to.x - 5, to.y, colour, [2, 2]);
  Strokes.head(context, to.x, to.y, 1, 0);
}

/* What no bar stands for: its name above, and an arrow down at the moment that the log tells. */
function fromLine(context, view, arrow, to) {
  const x = Math.round(view.scale(arrow.fromUs)) + 0.5;
  const top = to.y - to.half;
  const y = view.layout.marksY + view.layout.marksHeight - 5;
  const text = Format.visible(arrow.by);
  context.font = FONT;
  const width = context.measureText(text).width;
  const left = x - width - 8 > view.gutter ? x - width - 6 : x + 6;
  context.fillStyle = Colours.css('panel');
  context.fillRect(left - 3, y - 7, width + 6, 14);
  context.fillStyle = Colours.css('text');
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, left, y);
  Strokes.line(context, x, y - 6, x, top - 5, Colours.css('text'), arrow.dash);
  Strokes.head(context, x, top, 0, 1);
}
