/* A stretch of the boot, chosen by dragging on the axis: what ran in it, by level and by driver. */
import { rollup, sum } from 'd3-array';
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as State from '../boots/state.js';

const AXIS = 24;
const SHOWN = 5;
let from = null;

export const isOnAxis = (event, canvas) => (event.clientY ?? 0) - canvas.getBoundingClientRect().top < AXIS;

export function wire(canvas, gutter, timeAt) {
  const x = event => Math.max(gutter, event.clientX - canvas.getBoundingClientRect().left);
  canvas.addEventListener('pointerdown', event => {
    if (event.button || !isOnAxis(event, canvas) || event.clientX - canvas.getBoundingClientRect().left < gutter) return;
    from = timeAt(x(event));
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    if (from === null) return;
    const to = timeAt(x(event));
    State.set('range', { range: from === to ? null : [Math.min(from, to), Math.max(from, to)] });
  });
  canvas.addEventListener('pointerup', () => { from = null; });
  canvas.addEventListener('pointercancel', () => { from = null; });
}

/* How long something ran inside the stretch. */
const inside = ([first, last], span) => Math.max(0, Math.min(last, span.end) - Math.max(first, span.start));

/* Time of the boot thread by what it was in; of an initcall without its probes, as far as these have a place in time. */
export function told(boot, range) {
  const main = boot.spans.filter(span => span.kind === 'initcall' && span.record.module === null && !(span.record.pid > 1) && inside(range, span) > 0);
  const probes = boot.spans.filter(span => span.kind === 'probe' && span.record.outer && inside(range, span) > 0);
  const nested = rollup(probes, same => sum(same, span => inside(range, span)), span => span.record.outer);
  const own = span => Math.max(0, inside(range, span) - (nested.get(span.record) ?? 0));
  const took = range[1] - range[0];
  return {
    us: took,
    levels: largest(rollup(main, same => sum(same, own), span => span.record.level ?? 'unknown')),
    drivers: largest(rollup(probes, same => sum(same, span => inside(range, span)), span => span.record.driver ?? span.record.device)),
    outsideUs: Math.max(0, took - sum(main, span => inside(range, span))),
  };
}

const largest = map => [...map].sort((a, b) => b[1] - a[1]);

function show({ boot, range }) {
  const box = byId('range');
  box.hidden = !range;
  if (!range) return;
  const { us, levels, drivers, outsideUs } = told(boot, range);
  fill('range',
    el('b', {}, Format.duration(us)), ' from ' + Format.stamp(range[0]) + ' s: ',
    listed('initcalls by level', levels), listed('probes by driver', drivers),
    'outside initcalls ' + Format.duration(outsideUs) + ' ',
    el('button', { class: 'plain', on: { click: () => navigator.clipboard.writeText(location.href) } }, 'copy link'), ' ',
    el('button', { class: 'plain', on: { click: () => State.set('range', { range: null }) } }, 'let go'));
}

function listed(title, entries) {
  if (entries.length === 0) return null;
  return title + ' ' + entries.slice(0, SHOWN).map(([name, us]) => name + ' ' + Format.duration(us)).join(', ')
    + (entries.length > SHOWN ? ' and ' + (entries.length - SHOWN) + ' more' : '') + '; ';
}

State.on('range', show);
