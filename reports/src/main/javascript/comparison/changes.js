/* What else changed: phases and levels, who came and went, moved, fails or returns something else. */
import { el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Facts from './facts.js';

const SHOWN = 12;

export function show({ phases, levels, lists }) {
  fill('changed',
    part('Phases', phases), part('Levels, first start to last end', levels),
    lists.filter(([, texts]) => texts.length > 0).map(list));
}

const list = ([title, texts, more]) => el('section', {}, el('h3', {}, title), items(texts.slice(0, SHOWN)),
  texts.length > SHOWN ? el('details', {}, el('summary', {}, Format.count(texts.length - SHOWN + more) + ' more'), items(texts.slice(SHOWN)),
    more > 0 ? el('p', { class: 'quiet' }, 'and ' + Format.count(more) + ' that are not in this page') : null) : null);

const items = texts => el('ul', {}, texts.map(text => el('li', {}, Facts.words(text))));

function part(title, rows) {
  return rows.length === 0 ? null : el('section', {}, el('h3', {}, title), el('table', {},
    el('thead', {}, el('tr', {}, ['what', 'before', 'after', 'shift'].map((text, i) => el('th', { scope: 'col', class: i ? 'numeric' : '' }, text)))),
    el('tbody', {}, rows.map(row => el('tr', { 'data-name': row.name }, el('td', {}, row.name.replace(/_/g, ' ')),
      el('td', { class: 'numeric' }, Format.duration(row.baselineUs)), el('td', { class: 'numeric' }, Format.duration(row.candidateUs)),
      el('td', { class: 'numeric ' + (Facts.chance(row) ? 'chance' : Facts.way(row.shiftUs)), title: Facts.range(row) }, Facts.signed(row.shiftUs)))))));
}
