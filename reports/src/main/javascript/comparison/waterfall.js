/* Steps from nothing to the difference, each where the one above ended. */
import { extent } from 'd3-array';
import { axisBottom } from 'd3-axis';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { byId } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Paper from '../page/paper.js';
import * as Tooltip from '../page/tooltip.js';
import * as Chosen from './chosen.js';
import * as Facts from './facts.js';

const NAMES = 300;
/* Below this names stand above their bars. */
const WIDE = 640;
const WORDS = 90;

export function show({ steps, total }) {
  byId('waterfall-box').hidden = steps.length === 0;
  if (steps.length === 0) return;
  let at = 0;
  const placed = steps.filter(step => step.us !== 0).map(step => ({ ...step, from: at, to: at += step.us }));
  placed.push({ name: Facts.ALL, kind: 'sum', us: total.shiftUs, from: 0, to: total.shiftUs, lowUs: total.lowUs, highUs: total.highUs });
  draw(placed);
}

function draw(steps) {
  const svg = select(byId('waterfall'));
  const width = Paper.widthOf(byId('waterfall'));
  const narrow = width < WIDE;
  const pitch = narrow ? 42 : 27;
  const bar = narrow ? 20 : 5;
  const height = steps.length * pitch + 30;
  const reach = extent(steps.flatMap(step => [0, step.to]));
  const wordsLeft = steps.some(step => step.us < 0 && step.to - reach[0] < 0.1 * (reach[1] - reach[0]));
  const x = scaleLinear(reach, [(narrow ? 0 : NAMES) + (wordsLeft ? WORDS : 14), width - WORDS - 20]);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('height', height).selectAll('*').remove();
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${height - 22})`)
    .call(axisBottom(x).ticks(Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 110))).tickSize(-(height - 26)).tickFormat(us => us === 0 ? '0' : Facts.signed(Math.round(us))))
    .call(axis => axis.select('.domain').remove());
  svg.append('line').attr('class', 'zero').attr('x1', x(0)).attr('x2', x(0)).attr('y1', 4).attr('y2', height - 22);
  const rows = svg.selectAll('.step').data(steps).join('g').attr('class', 'step').attr('transform', (_, i) => `translate(0,${4 + i * pitch})`)
    .attr('role', 'button').attr('tabindex', 0).attr('data-name', step => step.name)
    .attr('aria-label', step => Format.visible(title(step)) + ': ' + Facts.signed(step.us))
    .on('click', (_, step) => Chosen.choose(step.name))
    .on('keydown', pressed)
    .on('pointermove', (event, step) => Tooltip.text(event, step.name, facts(step)))
    .on('pointerleave', Tooltip.hide);
  rows.append('rect').attr('class', 'hit').attr('width', width).attr('height', pitch);
  rows.filter((_, i) => i + 1 < steps.length).append('line').attr('class', 'link')
    .attr('x1', step => x(step.to)).attr('x2', step => x(step.to)).attr('y1', bar + 17).attr('y2', pitch + bar);
  rows.append('rect').attr('class', colour).attr('y', bar).attr('height', 17).attr('rx', 1.5)
    .attr('x', step => Math.min(x(step.from), x(step.to))).attr('width', step => Math.max(1, Math.abs(x(step.to) - x(step.from))));
  rows.append('text').attr('class', step => step.kind === 'sum' ? 'sum' : named(step) ? 'name' : 'quiet')
    .attr('x', narrow ? 2 : NAMES).attr('y', narrow ? 10 : pitch / 2).attr('text-anchor', narrow ? 'start' : 'end')
    .text(step => Format.visible(shortened(title(step), narrow ? Math.floor(width / 7.4) : 42)));
  rows.append('text').attr('class', step => step.kind === 'sum' ? 'sum' : null).attr('y', bar + 8.5)
    .attr('x', step => step.us < 0 ? x(step.to) - 6 : x(step.to) + 6).attr('text-anchor', step => step.us < 0 ? 'end' : 'start')
    .text(step => Facts.signed(step.us));
}

function pressed(event, step) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  Chosen.choose(step.name);
}

const named = step => ['initcall', 'added', 'removed'].includes(step.kind);
const colour = step => step.kind === 'sum' ? 'whole' : step.us > 0 ? 'slower' : 'faster';
const title = step => step.name + ({ added: ' (new)', removed: ' (gone)' }[step.kind] ?? '');
const shortened = (text, most) => text.length > most ? text.slice(0, most / 2 - 1) + '…' + text.slice(1 - most / 2) : text;

const facts = step => [
  ['changes by', Facts.signed(step.us) + ' = ' + Format.exact(step.us)],
  ['95 % sure', Facts.range(step)],
  ['share', Facts.data.total.shiftUs ? Format.share(Math.abs(step.us), Math.abs(Facts.data.total.shiftUs)) + ' of the difference' : null],
].filter(([, text]) => text && text !== Format.UNKNOWN);
