/* The initcalls as a table that sorts and follows the filters. */
import * as Colours from '../page/colours.js';
import { el, byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Paper from '../page/paper.js';
import * as Facts from './facts.js';

const STEP = 200;
const number = (key, name) => ({ name, numeric: true, value: row => row[key], show: row => Format.count(row[key]) });

const ALL = [
  { name: 'initcall', value: row => row.name, kind: 'mono name', show: row => row.name },
  { name: 'level', value: row => Colours.levelNames().indexOf(row.level), show: row => row.level ?? Format.UNKNOWN },
  number('baselineUs', 'before µs'),
  number('candidateUs', 'after µs'),
  { name: 'shift µs', numeric: true, value: row => row.shiftUs, kind: row => Facts.way(row.shiftUs), show: row => (row.shiftUs > 0 ? '+' : '') + Format.count(row.shiftUs) },
  { name: '95 % sure', numeric: true, value: row => row.lowUs, kind: row => Facts.chance(row) ? 'chance' : '', show: Facts.range },
  { name: 'owner', value: row => row.owner, kind: 'quiet', show: row => row.owner ?? Format.UNKNOWN },
  { name: 'on', value: row => row.kind, kind: row => 'kind-' + row.kind, show: row => ({ common: 'both', new: 'new', gone: 'gone', sometimes: 'not always' })[row.kind] },
];

/* With one boot of each nobody is sure of anything. */
const COLUMNS = ALL.filter(column => column.name !== '95 % sure' || Facts.data.initcalls.some(row => Format.known(row.lowUs)));

let order = { index: 4, down: true, size: true };
let found = [];
let standing = 0;

export function show(rows) {
  found = [...rows].sort((a, b) => compare(key(a), key(b)));
  standing = 0;
  fill('table',
    el('caption', {}, Format.count(rows.length) + ' of ' + Format.plural(Facts.data.initcalls.length, 'initcall'), Paper.caption(rows.length, 'first')),
    el('thead', {}, el('tr', {}, COLUMNS.map(heading))),
    el('tbody', {}));
  grow(Paper.rows(STEP));
}

/* Before anything is clicked what changed most stands first, slower or faster. */
const key = row => order.size ? Math.abs(row.shiftUs ?? 0) : COLUMNS[order.index].value(row);

function compare(a, b) {
  if (!Format.known(a) || !Format.known(b)) return Format.known(b) - Format.known(a);
  return (order.down ? -1 : 1) * (a < b ? -1 : a > b ? 1 : 0);
}

function heading(column, index) {
  const sorted = order.index === index ? (order.down ? 'descending' : 'ascending') : 'none';
  return el('th', { scope: 'col', 'aria-sort': sorted, class: column.numeric ? 'numeric' : '' }, el('button', { on: { click: () => sort(index) } }, column.name));
}

function sort(index) {
  order = { index, down: order.index === index && !order.size ? !order.down : Boolean(COLUMNS[index].numeric) };
  show(found);
  byId('table').querySelectorAll('th button')[index].focus();
}

function grow(until) {
  byId('table').tBodies[0].append(...found.slice(standing, until).map(row => el('tr', {}, COLUMNS.map(column =>
    el('td', { class: [column.numeric ? 'numeric' : '', typeof column.kind === 'function' ? column.kind(row) : column.kind ?? ''].join(' ').trim() }, column.show(row))))));
  standing = Math.max(standing, Math.min(until, found.length));
}

byId('table-box').addEventListener('scroll', ({ currentTarget: box }) => {
  if (box.scrollTop + 2 * box.clientHeight > box.scrollHeight && standing < found.length) grow(standing + STEP);
});
Paper.on(() => show(found));
