/* Tables that sort, follow the filters, and open the log lines of a row. */
import { max, sum } from 'd3-array';
import * as Columns from './columns.js';
import { el, byId, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';
import * as Paper from '../page/paper.js';
import { term } from '../page/glossary.js';
import * as Selection from './selection.js';
import * as State from './state.js';
import * as Timeline from '../timeline/timeline.js';

const STEP = 30;
let boot = null;
let rows = new Map();
let found = [];
let standing = 0;
let most = 0;

export function show(state) {
  boot = state.boot;
  rows = new Map();
  const names = present();
  if (!names.includes(state.tab)) state.tab = names[0] ?? null;
  draw();
}

/* A table stands when it has rows; initcalls and failures also say that there are none. */
const present = () => Object.keys(Columns.TABLES).filter(name => boot[name].length > 0 || name === 'initcalls' || name === 'failures');

const matching = name => boot[name].filter(row => Columns.TABLES[name].kind
  ? State.matches(Columns.TABLES[name].kind, row) : State.says(row));

function draw() {
  const name = State.state.tab;
  tabs(name);
  if (!name) return;
  const table = Columns.TABLES[name];
  const longest = Paper.isShort() && !State.state.order && boot[name].some(row => amount(name, row) !== null);
  found = longest ? matching(name).sort((a, b) => (amount(name, b) ?? -1) - (amount(name, a) ?? -1)) : ordered(name, matching(name));
  standing = 0;
  most = max(boot[name], row => row[table.amount ?? 'durationUs'] ?? 0);
  const { order } = State.state;
  fill('table',
    el('caption', {}, caption(name), Paper.caption(found.length, longest ? 'dearest' : 'first')),
    el('thead', {}, el('tr', {}, table.columns.map((column, i) => heading(name, column, i, order)))),
    el('tbody', {}));
  grow(Paper.rows(STEP));
  marks();
}

const amount = (name, row) => row[Columns.TABLES[name].amount ?? 'durationUs'] ?? null;

/* Rows come as they are scrolled to: a browser lays out thirty at once, thousands it does not. */
function grow(until) {
  const name = State.state.tab;
  if (!name || standing >= found.length) return;
  const fresh = found.slice(standing, until).map(row => rowOf(name, Columns.TABLES[name], row));
  byId('table').tBodies[0].append(...fresh);
  standing = Math.max(standing, Math.min(until, found.length));
}

function scrolled({ currentTarget: box }) {
  if (box.scrollTop + 2 * box.clientHeight > box.scrollHeight) grow(standing + STEP);
}

function caption(name) {
  const all = boot[name].length;
  const duration = sum(found, row => row[Columns.TABLES[name].amount ?? 'durationUs'] ?? 0);
  return (all === 0 ? 'None in this log.' : found.length === all ? Format.plural(all, 'row') : Format.count(found.length) + ' of ' + Format.plural(all, 'row'))
    + (duration > 0 ? ', ' + Format.duration(duration) + ' together' : '')
    + (found.some(Facts.isDoubtful) ? '; ~ told by clocks in doubt, see About this log' : '')
    + (boot.rowsLeftOut[name] ? '; ' + Format.count(boot.rowsLeftOut[name]) + ' more are not in this page: see analysis.json' : '');
}

function tabs(current) {
  fill('tabs', present().map(name => el('button', {
    role: 'tab', id: 'tab-' + name, 'aria-selected': String(name === current), 'aria-controls': 'tables', tabindex: name === current ? 0 : -1,
    on: { click: () => State.open(name), keydown: stepTab },
  }, Columns.TABLES[name].title, el('span', { class: 'number' }, Format.count(size(name))))));
  byId('tables').setAttribute('aria-labelledby', 'tab-' + current);
}

/* Hardware that is not there is no failure to look at. */
const size = name => name === 'failures' ? boot.failures.filter(each => each.severity !== 'absent').length : boot[name].length;

function stepTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const names = present();
  const tab = names[(names.indexOf(State.state.tab) + step + names.length) % names.length];
  State.open(tab);
  byId('tab-' + tab).focus();
}

function heading(name, column, index, order) {
  const sorted = order && order.column === index ? (order.down ? 'descending' : 'ascending') : 'none';
  return el('th', { scope: 'col', 'aria-sort': sorted, class: column.numeric ? 'numeric' : '' },
    el('button', { on: { click: () => sort(name, column, index) } }, term(column.name)));
}

/* First click: the most interesting first (largest numbers, words from a); second: the other way; third: as in the log. */
function sort(name, column, index) {
  const { order } = State.state;
  const first = Boolean(column.numeric);
  if (!order || order.column !== index) State.set('order', { order: { column: index, down: first } });
  else State.set('order', { order: order.down === first ? { column: index, down: !first } : null });
  byId('table').querySelectorAll('th button')[index].focus();
}

function ordered(name, matched) {
  const { order } = State.state;
  if (!order || !Columns.TABLES[name].columns[order.column]) return matched;
  const value = Columns.TABLES[name].columns[order.column].value;
  const direction = order.down ? -1 : 1;
  return [...matched].sort((a, b) => compare(value(a), value(b), direction) || a.index - b.index);
}

/* Unknown stands last, whichever way. */
function compare(a, b, direction) {
  if (!Format.known(a) || !Format.known(b)) return Format.known(b) - Format.known(a);
  if (typeof a === 'string') return direction * (a < b ? -1 : a > b ? 1 : 0);
  return direction * (a - b);
}

function rowOf(name, table, row) {
  let element = rows.get(row);
  if (!element) {
    element = el('tr', { tabindex: 0, on: {
      click: () => Selection.choose(table.kind || name, row, true),
      dblclick: () => { if (row.span) Timeline.around(row.span); },
      keydown: event => keyOnRow(event, table.kind || name, row),
    } }, table.columns.map(column => el('td', { class: [column.numeric ? 'numeric' : '', column.kind || ''].join(' ').trim() },
      column.show ? column.show(row, most) : column.value(row) ?? Format.UNKNOWN)));
    rows.set(row, element);
  }
  return element;
}

function keyOnRow(event, kind, row) {
  const next = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (event.key === 'Enter' || event.key === ' ') Selection.choose(kind, row, true);
  else if (next) event.currentTarget[next]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function marks() {
  for (const [row, element] of rows) {
    if (Selection.isSelected(row)) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }
}

export function reveal(name, row) {
  const at = found.indexOf(row);
  if (name !== State.state.tab || at < 0) return;
  grow(at + STEP);
  const element = rows.get(row);
  marks();
  const box = byId('table-box');
  const head = box.querySelector('thead').offsetHeight;
  const top = element.offsetTop - head;
  if (top < box.scrollTop || element.offsetTop + element.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - 60;
}

byId('table-box').addEventListener('scroll', scrolled);
Paper.on(draw);
/* The table follows to the tab that has hits. */
function filtered() {
  const { tab, query } = State.state;
  const other = query && tab && matching(tab).length === 0 ? present().find(name => matching(name).length > 0) : null;
  if (other) State.open(other);
  else draw();
}

/* The row after or before the chosen one, among those that the search left. */
export function step(by) {
  const at = found.findIndex(Selection.isSelected);
  const row = found[at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + by))];
  const name = State.state.tab;
  if (row) Selection.choose(Columns.TABLES[name].kind || name, row, true);
}

State.on('filter', filtered);
State.on('order', draw);
State.on('tab', draw);
State.on('selection', marks);
