/* What else changed: phases and levels, who came and went, moved, fails or returns something else. */
import { el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Facts from './facts.js';

export function show({ phases, levels, lists }) {
  fill('changes',
    part('Phases', phases), part('Levels, first start to last end', levels),
    lists.filter(([, texts]) => texts.length > 0).flatMap(([title, texts, more]) => [
      el('h3', {}, title),
      el('ul', {}, texts.map(text => el('li', {}, text)), more > 0 ? el('li', { class: 'quiet' }, 'and ' + Format.count(more) + ' more') : null),
    ]));
}

function part(title, rows) {
  return rows.length === 0 ? null : [el('h3', {}, title), el('table', {},
    el('thead', {}, el('tr', {}, ['what', 'before', 'after', 'shift'].map((text, i) => el('th', { scope: 'col', class: i ? 'numeric' : '' }, text)))),
    el('tbody', {}, rows.map(row => el('tr', {}, el('td', {}, row.name.replace(/_/g, ' ')),
      el('td', { class: 'numeric' }, Format.duration(row.baselineUs)), el('td', { class: 'numeric' }, Format.duration(row.candidateUs)),
      el('td', { class: 'numeric ' + (Facts.chance(row) ? 'chance' : Facts.way(row.shiftUs)), title: Facts.range(row) }, Facts.signed(row.shiftUs))))))];
}
