/* The builds as a table: the first metric of each, and what changed there. */
import * as Chosen from './chosen.js';
import { byId, el, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';

let rows = [];

export function show() {
  const { builds, curves } = Facts.data;
  const curve = curves[0];
  byId('table-hint').textContent = curve ? Format.visible(curve.name) + ', the median of each build’s boots' : '';
  rows = builds.map((build, at) => el('tr', { tabindex: 0, on: { click: () => Chosen.open(at), keydown: event => key(event, at) } },
    el('td', { class: 'mono' }, build.name),
    el('td', { class: 'numeric' }, Format.count(build.used)),
    curve ? [el('td', { class: 'numeric', title: Format.exact(curve.us[at]) }, Format.duration(curve.us[at])), el('td', { class: 'numeric quiet' }, Facts.range(curve, at) ?? '')] : null,
    el('td', { class: 'changed' }, changed(at))));
  fill('builds',
    el('thead', {}, el('tr', {}, [['build'], ['boots', 1], ...(curve ? [['median', 1], ['range', 1]] : []), ['changed here']].map(([name, numeric]) =>
      el('th', { scope: 'col', class: numeric ? 'numeric' : '' }, name)))),
    el('tbody', {}, rows));
}

const changed = at => Facts.data.curves.flatMap(curve => curve.changes.filter(change => change.at === at).map(change => curve.name + ' ' + Facts.signed(change.us))).join(', ');

function key(event, at) {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') Chosen.open(at);
  else if (to !== undefined) rows[to]?.focus();
  else return;
  event.preventDefault();
}

Chosen.on('open', () => rows.forEach((row, at) => {
  if (at === Chosen.state.open) row.setAttribute('aria-current', 'true');
  else row.removeAttribute('aria-current');
}));
