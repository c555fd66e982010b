/* Which initcalls the table and the timelines show. */
import * as Colours from '../page/colours.js';
import { el, byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Facts from './facts.js';
import * as Initcalls from './initcalls.js';
import * as Sides from './sides.js';

const chosen = { kind: new Set(), level: new Set() };

export function wire() {
  chips('kinds', 'kind', ['common', 'new', 'gone', 'sometimes'], { common: 'on both sides', sometimes: 'not always' });
  chips('levels', 'level', Colours.levelNames(), {});
  byId('search').addEventListener('input', apply);
  window.addEventListener('keydown', event => {
    if (event.key !== '/' || event.target.matches('input')) return;
    event.preventDefault();
    byId('search').focus();
  });
  apply();
}

function chips(id, key, values, words) {
  fill(id, values.filter(value => Facts.data.initcalls.some(row => row[key] === value)).map(value => el('button', {
    class: 'chip', 'aria-pressed': 'false', on: { click: ({ currentTarget }) => toggle(key, value, currentTarget) },
  }, key === 'level' ? el('i', { style: { background: Colours.level(value) } }) : null, words[value] ?? value)));
}

function toggle(key, value, chip) {
  if (!chosen[key].delete(value)) chosen[key].add(value);
  chip.setAttribute('aria-pressed', String(chosen[key].has(value)));
  apply();
}

export function find(name) {
  byId('search').value = name;
  apply();
}

function apply() {
  const words = byId('search').value.toLowerCase().trim();
  const rows = Facts.data.initcalls.filter(row => row.name.toLowerCase().includes(words)
    && (chosen.kind.size === 0 || chosen.kind.has(row.kind)) && (chosen.level.size === 0 || chosen.level.has(row.level)));
  const all = rows.length === Facts.data.initcalls.length;
  Initcalls.show(rows);
  Sides.mark(all ? null : new Set(rows.map(row => row.name)));
  byId('found').textContent = all ? '' : Format.count(rows.length) + ' found';
}
