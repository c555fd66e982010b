/* A curve for each metric, the builds of all of them below each other. */
import * as Chosen from './chosen.js';
import { byId, el, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';
import * as Panel from './panel.js';
import * as Stretch from './stretch.js';

const SHOWN = 6;
const SVG = 'http://www.w3.org/2000/svg';
let shown = SHOWN;
let followers = [];

export function show() {
  key();
  const curves = Facts.data.curves.slice(0, shown);
  fill('curves', curves.map(curve => el('div', { class: 'curve' },
    el('h3', {}, curve.name, el('small', {}, levels(curve))), slider(curve))));
  byId('curves-box').hidden = curves.length === 0;
  const others = Facts.data.curves.length - curves.length;
  const outside = Facts.data.curvesLeftOut;
  fill('more-curves', others > 0 ? Format.plural(others, 'more metric') + ', which changed less or not at all' : null).hidden = others <= 0;
  byId('more-curves').onclick = () => { shown = Facts.data.curves.length; show(); };
  if (others <= 0 && outside > 0) byId('curves').append(el('p', { class: 'quiet' }, 'and ' + Format.count(outside) + ' more: --metric shows single ones'));
  draw();
}

/* A slider: one stop of the tabulator a curve, arrows from build to build. */
function slider(curve) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [['tabindex', 0], ['role', 'slider'], ['aria-label', Format.visible(curve.name) + ', build by build'], ['aria-valuemin', 0], ['aria-valuenow', 0]]) svg.setAttribute(name, value);
  return svg;
}

const levels = curve => curve.levels.map(([, , us]) => Format.duration(us)).join(' → ');

export function wire() {
  byId('closer').addEventListener('click', () => Stretch.zoom(0.5, Chosen.state.at));
  byId('wider').addEventListener('click', () => Stretch.zoom(2, Chosen.state.at));
  byId('whole').addEventListener('click', Stretch.all);
  byId('zoom').hidden = !Stretch.mayZoom();
  Stretch.on(draw);
}

export function draw() {
  byId('closer').disabled = !Stretch.mayZoomIn();
  byId('wider').disabled = byId('whole').disabled = Stretch.isWhole();
  const panels = [...byId('curves').querySelectorAll('svg')];
  followers = panels.map((svg, i) => Panel.draw(svg, Facts.data.curves[i], i === panels.length - 1 || i === 0));
  follow();
}

function follow() {
  for (const each of followers) each();
}

const WORDS = { settled: 'level on which builds settled', slower: 'slower', accepted: 'slower and accepted', faster: 'faster' };

/* Only what is to be seen is explained. */
function key() {
  const used = new Set(Facts.data.curves.flatMap(curve => curve.levels.map(([, , , tone]) => tone)));
  const beyond = Facts.data.curves.some(curve => curve.us.some(us => us > curve.edgeUs));
  fill('key', 'A point is a build, the median of its boots; the line through it their range. ',
    Object.keys(WORDS).filter(tone => used.has(tone)).map(tone =>
      el('span', {}, el('i', { class: 'tone', style: { background: Facts.data.tones[tone] } }), WORDS[tone])),
    beyond ? 'A triangle is a build beyond the scale.' : null);
}

Chosen.on('at', follow);
Chosen.on('open', () => Stretch.follow(Chosen.state.open));
