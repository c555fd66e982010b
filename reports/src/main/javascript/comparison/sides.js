/* A typical boot of each side on one axis: for each level the boot before above the boot after. */
import { max } from 'd3-array';
import { axisTop } from 'd3-axis';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import * as Colours from '../page/colours.js';
import { byId } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Paper from '../page/paper.js';
import * as Tooltip from '../page/tooltip.js';
import * as Chosen from './chosen.js';
import * as Facts from './facts.js';

const LANE = 13;
const WIDE = 640;
const TOP = 22;
let zoomer = null;
let bars = null;

export function show({ before, after, sideBoots, sideTotals }) {
  const boots = sideTotals.flatMap((us, side) => us === null ? [] : [{ name: sideBoots[side], boot: true, side, startUs: 0, durationUs: us }]);
  const both = [...before.map(call => ({ ...call, side: 0 })), ...after.map(call => ({ ...call, side: 1 }))]
    .filter(call => Format.known(call.startUs) && Format.known(call.durationUs));
  byId('sides-box').hidden = both.length === 0;
  if (both.length === 0) return;
  both.push(...boots);
  byId('sides-hint').textContent = 'above: ' + Format.visible(sideBoots[0]) + ' · below: ' + Format.visible(sideBoots[1]) + ' · Ctrl + wheel zooms, drag moves';
  draw(both, [undefined, ...Colours.levelNames(), null].filter(level => both.some(call => call.level === level)));
}

function draw(calls, levels) {
  const svg = select(byId('sides'));
  const width = Paper.widthOf(byId('sides'));
  const left = width < WIDE ? 80 : 130;
  const pitch = 2 * LANE + 9;
  const height = TOP + levels.length * pitch + 6;
  const whole = scaleLinear([0, max(calls, call => call.startUs + call.durationUs)], [left, width - 16]);
  const lane = call => TOP + levels.indexOf(call.level) * pitch + call.side * (LANE + 1);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('height', height).selectAll('*').remove();
  svg.append('defs').append('clipPath').attr('id', 'lanes').append('rect').attr('x', left).attr('width', width - 16 - left).attr('height', height);
  const axis = svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${TOP - 4})`);
  svg.selectAll('.lane').data(levels.flatMap(level => [{ level, side: 0 }, { level, side: 1 }])).join('rect').attr('class', 'lane')
    .attr('x', left).attr('width', width - 16 - left).attr('y', lane).attr('height', LANE);
  svg.selectAll('.level').data(levels).join('text').attr('class', 'level').attr('x', left - 12).attr('text-anchor', 'end')
    .attr('y', (_, i) => TOP + i * pitch + LANE).text(level => level === undefined ? 'until init' : level ?? 'unknown');
  bars = svg.append('g').attr('clip-path', 'url(#lanes)').selectAll('rect').data(calls).join('rect').attr('class', 'call')
    .attr('y', call => lane(call) + 1).attr('height', LANE - 2).attr('fill', call => call.boot ? Colours.phase('') : Colours.level(call.level))
    .on('pointermove', hover).on('pointerleave', leave).on('click', (_, call) => Chosen.choose(call.boot ? Facts.ALL : call.name));
  zoomer = zoom().filter(mayZoom).scaleExtent([1, 5000]).translateExtent([[left, 0], [width - 16, height]]).extent([[left, 0], [width - 16, height]])
    .on('zoom', ({ transform }) => place(transform.rescaleX(whole), axis));
  svg.call(zoomer).on('dblclick.zoom', null);
  place(whole, axis);
  const by = factor => () => svg.transition().duration(150).call(zoomer.scaleBy, factor);
  byId('zoom-in').onclick = by(2);
  byId('zoom-out').onclick = by(0.5);
  byId('zoom-all').onclick = () => svg.transition().duration(150).call(zoomer.transform, zoomIdentity);
}

/* The wheel scrolls the page, and zooms with Ctrl; one finger scrolls, two zoom. */
function mayZoom(event) {
  if (event.type === 'wheel') return event.ctrlKey;
  return event.type.startsWith('touch') ? event.touches.length > 1 : !event.button;
}

function place(x, axis) {
  axis.call(axisTop(x).ticks(Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 110))).tickFormat(us => Format.duration(Math.round(us)))).call(each => each.select('.domain').remove());
  bars.attr('x', call => x(call.startUs)).attr('width', call => Math.max(0.7, x(call.startUs + call.durationUs) - x(call.startUs)));
}

function hover(event, call) {
  bars.classed('same', other => other.name === call.name && !call.boot);
  const change = Facts.data.initcalls.find(row => row.name === call.name);
  Tooltip.text(event, call.name, [
    ['level', call.boot ? null : call.level ?? 'unknown'],
    [call.side ? 'after' : 'before', 'at ' + Format.stamp(call.startUs) + ' s, ' + Format.duration(call.durationUs)],
    ['changes by', change ? Facts.signed(change.shiftUs) : null],
  ].filter(([, text]) => text));
}

function leave() {
  bars.classed('same', false);
  Tooltip.hide();
}

export const mark = names => { if (bars) bars.classed('faded', call => names !== null && !call.boot && !names.has(call.name)); };
