/* One metric, build by build: points with the range of their boots, the levels on which they settled, words where they left one. */
import { max } from 'd3-array';
import { select } from 'd3-selection';
import * as Chosen from './chosen.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';
import * as Scale from './scale.js';
import * as Stretch from './stretch.js';
import * as Tooltip from '../page/tooltip.js';

const LEFT = 70;
const RIGHT = 14;
const TOP = 8;
const HEIGHT = 168;
const WORDS = 15;
const LONGEST_NAME = 16;
const LETTER = 7;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 };

/* @param named whether the builds' names stand below: once for all curves is enough */
export function draw(element, curve, named) {
  const builds = Facts.data.builds;
  const longest = Math.min(LONGEST_NAME, max(builds, build => build.name.length));
  const width = element.clientWidth || 1000;
  const { from, to } = Stretch.seen;
  const pitch = (width - LEFT - RIGHT) / (to - from);
  const flat = longest * LETTER + 6 <= pitch * nameStep(to - from, width);
  const below = named ? 18 + (flat ? 0 : 4.8 * longest) : 4;
  const view = { curve, builds, from, to, width, pitch, x: at => LEFT + (at - from + 0.5) * pitch, domain: Scale.domain(curve) };
  view.y = Scale.upwards(view.domain, HEIGHT - 6, TOP);
  const svg = select(element).attr('viewBox', `0 0 ${width} ${HEIGHT + below}`).attr('height', HEIGHT + below)
    .attr('aria-valuemax', builds.length - 1);
  svg.selectAll('*').remove();
  svg.append('rect').attr('class', 'chosen').attr('y', TOP).attr('height', HEIGHT - TOP).attr('width', Math.max(4, pitch)).attr('display', 'none');
  axis(svg, view);
  points(svg, view);
  levels(svg, view);
  changes(svg, view);
  if (named) names(svg, view, flat);
  const at = svg.append('g').attr('class', 'at').attr('display', 'none');
  at.append('line').attr('y1', TOP).attr('y2', HEIGHT);
  at.append('circle').attr('r', 5);
  wire(element, view);
  return () => follow(svg, view);
}

function axis(svg, { domain, y, width }) {
  for (const { us, text } of Scale.marks(domain, 4)) {
    svg.append('line').attr('class', 'grid').attr('x1', LEFT).attr('x2', width - RIGHT).attr('y1', y(us)).attr('y2', y(us));
    svg.append('text').attr('x', LEFT - 8).attr('y', y(us)).attr('text-anchor', 'end').text(text);
  }
}

function points(svg, { curve, x, y, pitch }) {
  const size = Math.min(3.4, Math.max(1.4, pitch / 3));
  curve.us.forEach((us, at) => {
    if (us === null || !Stretch.holds(at)) return;
    if (us > curve.edgeUs) {
      svg.append('path').attr('class', 'dot').attr('d', `M${x(at) - 4},${TOP + 8}l4,-8l4,8z`);
      return;
    }
    const [low, high] = [curve.lowUs[at], Math.min(curve.highUs[at], curve.edgeUs)];
    if (high > low) svg.append('line').attr('class', 'range').attr('x1', x(at)).attr('x2', x(at)).attr('y1', y(low)).attr('y2', y(high));
    svg.append('circle').attr('class', 'dot').attr('cx', x(at)).attr('cy', y(us)).attr('r', size);
  });
}

function levels(svg, { curve, from, to, x, y, pitch }) {
  for (const [first, end, us, tone] of curve.levels) {
    if (first >= to || end <= from) continue;
    svg.append('line').attr('class', 'level').attr('stroke', Facts.data.tones[tone])
      .attr('x1', x(Math.max(from, first)) - pitch / 2).attr('x2', x(Math.min(to, end)) - pitch / 2).attr('y1', y(us)).attr('y2', y(us));
  }
}

function changes(svg, { curve, x, pitch, width, builds }) {
  curve.changes.filter(change => Stretch.holds(change.at)).forEach((change, i) => {
    const left = x(change.at) - pitch / 2;
    const late = left > width / 2;
    svg.append('line').attr('class', 'change').attr('stroke', Facts.data.tones[change.tone])
      .attr('x1', left).attr('x2', left).attr('y1', TOP).attr('y2', HEIGHT);
    const most = Math.floor((late ? left - LEFT : width - left) / 6.5) - 2;
    const words = Format.visible(Facts.signed(change.us) + ' from build ' + builds[change.at].name + (change.accepted === null ? '' : ', accepted: ' + change.accepted));
    svg.append('text').attr('class', 'words').attr('x', late ? left - 6 : left + 6).attr('y', TOP + 7 + i % 2 * WORDS).attr('text-anchor', late ? 'end' : 'start')
      .text(words.length <= most ? words : words.slice(0, most - 1) + '…');
  });
}

const nameStep = (builds, width) => Scale.nameStep(builds, width - LEFT - RIGHT, 22);

/* Names that are short enough lie flat. */
function names(svg, { builds, from, to, x, width }, flat) {
  const step = nameStep(to - from, width);
  for (let at = from; at < to; at += step) {
    const name = Format.visible(builds[at].name);
    svg.append('text').attr('text-anchor', flat ? 'middle' : 'end')
      .attr('transform', `translate(${x(at)},${HEIGHT + (flat ? 12 : 8)})` + (flat ? '' : ' rotate(-50)'))
      .text(name.length > LONGEST_NAME ? name.slice(0, 7) + '…' + name.slice(-8) : name);
  }
}

function wire(element, { curve, from, to, pitch }) {
  const at = event => {
    const box = element.getBoundingClientRect();
    return Math.min(to - 1, Math.max(from, from + Math.floor((event.clientX - box.left - LEFT) / pitch)));
  };
  element.onpointermove = event => { Chosen.point(at(event)); tell(event, curve, at(event)); };
  element.onpointerleave = () => { Chosen.point(Chosen.state.open); Tooltip.hide(); };
  element.onclick = event => Chosen.open(at(event));
  element.onwheel = event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    Stretch.zoom(event.deltaY < 0 ? 0.8 : 1.25, at(event));
  };
  element.onfocus = () => Chosen.point(Chosen.state.at ?? curve.changes[0]?.at ?? 0);
  element.onblur = Tooltip.hide;
  element.onkeydown = event => key(event, element, curve);
}

function key(event, element, curve) {
  const last = Facts.data.builds.length - 1;
  const now = Chosen.state.at ?? 0;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') Chosen.open(now);
  else if (event.key === 'Home' || event.key === 'End') Chosen.point(event.key === 'Home' ? 0 : last);
  else if (event.key === '+' || event.key === '-') Stretch.zoom(event.key === '+' ? 0.5 : 2, now);
  else if (event.key === '0') Stretch.all();
  else if (STEPS[event.key]) Chosen.point(Math.min(last, Math.max(0, now + STEPS[event.key])));
  else return;
  event.preventDefault();
  Stretch.follow(Chosen.state.at);
  const mark = element.querySelector('.at').getBoundingClientRect();
  if (event.key === 'Enter' || event.key === ' ') Tooltip.hide();
  else tell({ clientX: mark.right, clientY: mark.top }, curve, Chosen.state.at);
}

function tell(event, curve, at) {
  const build = Facts.data.builds[at];
  const change = Facts.changeAt(curve, at);
  Tooltip.text(event, Format.visible(build.name), [
    ['median', Format.duration(curve.us[at])],
    ['range', Facts.range(curve, at)],
    ['of', Facts.boots(build)],
    ['changed here', change ? change.words : null],
    ['accepted', change ? change.accepted : null],
    ...build.differences.map(words => ['since', words]),
  ].filter(([, text]) => text));
}

/* The build that is pointed at, here and in every other curve. */
function follow(svg, { curve, x, y, pitch }) {
  const at = Stretch.holds(Chosen.state.at) ? Chosen.state.at : null;
  const open = Stretch.holds(Chosen.state.open) ? Chosen.state.open : null;
  const us = at === null ? null : curve.us[at];
  const mark = svg.select('.at').attr('display', at === null ? 'none' : null);
  if (at !== null) {
    mark.select('line').attr('x1', x(at)).attr('x2', x(at));
    mark.select('circle').attr('display', us === null ? 'none' : null).attr('cx', x(at)).attr('cy', us === null ? 0 : us > curve.edgeUs ? TOP + 4 : y(us));
  }
  svg.select('.chosen').attr('display', open === null ? 'none' : null).attr('x', open === null ? 0 : x(open) - Math.max(4, pitch) / 2);
  svg.attr('aria-valuenow', Chosen.state.at ?? 0).attr('aria-valuetext', Format.visible(Facts.spoken(curve, Chosen.state.at ?? 0)));
}
