/* Several boots: their totals in a strip, each as a bar that ends where init begins, and what to do with two of them. */
import { max, median, min, ticks } from 'd3-array';
import * as Colours from '../page/colours.js';
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Shell from '../page/shell.js';
import * as State from './state.js';

const SHOWN = 8;
const SVG = 'http://www.w3.org/2000/svg';
/* A browser's layout ends at 2^25 units, microseconds do not. */
const UNITS = 1000;
const narrow = window.matchMedia('(max-width: 860px)');
let rows = [];
let inPage = 0;
let open = null;
let store = '';
let shown = SHOWN;
let slowest = false;

const nameOf = (row, i) => (i + 1) + ': ' + (row.kernel ?? 'unknown kernel');

/* @param given the rows, how many of the boots are in the page itself, how one of them is opened, and the store of the others */
export function wire(given) {
  ({ strip: rows, inPage, open, store } = given);
  byId('several').hidden = rows.length < 2;
  if (rows.length < 2) return;
  byId('strip-order').addEventListener('click', () => { slowest = !slowest; draw(); });
  byId('strip-more').addEventListener('click', () => { shown = rows.length; draw(); });
  for (const what of ['boot', 'pair']) State.on(what, draw);
  narrow.addEventListener('change', draw);
}

const reach = () => max(rows, row => row.us ?? 0) || 1;

function draw() {
  const order = rows.map((_, i) => i);
  if (slowest) order.sort((a, b) => (rows[b].us ?? -1) - (rows[a].us ?? -1) || a - b);
  fill('strip-order', slowest ? 'as in the logs' : 'slowest first');
  fill('strip-words', words());
  dots();
  fill('strip', el('thead', {}, el('tr', {}, ['compare', 'boot', 'log', 'until init'].map((name, i) => el('th', { scope: 'col', class: i === 3 ? 'numeric' : '' }, name)), el('th', { scope: 'col', class: 'bars' }, scale()))),
    el('tbody', {}, order.slice(0, shown).map(line)));
  fill('strip-more', Format.plural(rows.length - shown, 'more boot')).hidden = rows.length <= shown;
  key();
  pair();
}

/* What the colours of the bars stand for. */
function key() {
  const seen = new Map();
  for (const row of rows) for (const [kind, name] of row.stretches) if (isDrawn(row, kind, name)) seen.set(name, kind);
  fill('strip-key', [...seen].map(([name, kind]) => el('span', {}, el('i', { style: { background: colour(kind, name) } }), name.replace(/_/g, ' '))));
}

const colour = (kind, name) => kind === 'level' ? Colours.level(name) : Colours.phase(name);

/* Levels stand for the phase that they fill. */
const isDrawn = (row, kind, name) => kind === 'level' || name !== 'initcalls' || !row.stretches.some(([other]) => other === 'level');

function words() {
  const known = rows.filter(row => row.ending === null && row.us !== null).map(row => row.us);
  const others = rows.length - known.length;
  return [known.length ? 'until init ' + Format.duration(Math.round(median(known))) + ' in the middle, '
    + Format.duration(min(known)) + ' to ' + Format.duration(max(known)) : null,
  others ? Format.plural(others, 'boot') + ' without init' : null].filter(each => each).join('; ');
}

const place = us => 100 * us / reach() + '%';

/* A tick for each total; the open boot's is the longest. */
function dots() {
  fill('strip-totals', rows.map((row, i) => row.us === null ? null : el('i', {
    class: [i === State.state.bootIndex ? 'open' : '', State.state.pair.includes(i) ? 'paired' : '', row.ending ? 'ended' : ''].join(' ').trim() || null, style: { left: place(row.us) },
  })));
}

function line(i) {
  const row = rows[i];
  return el('tr', { 'aria-current': i === State.state.bootIndex ? 'true' : null },
    el('td', {}, el('input', { type: 'checkbox', checked: State.state.pair.includes(i), 'aria-label': 'compare boot ' + (i + 1), on: { change: () => pick(i) } })),
    el('td', {}, i < inPage ? el('button', { class: 'plain', on: { click: () => open(i) } }, nameOf(row, i)) : page(row, nameOf(row, i)), row.id ? el('code', {}, row.id) : null),
    el('td', { class: 'mono' }, row.source + (row.line > 1 ? ' line ' + Format.count(row.line) : '')),
    el('td', { class: 'numeric', title: Format.exact(row.us) }, row.ending ? el('span', { class: 'bad' }, '✕ ' + row.ending) : Format.duration(row.us)),
    el('td', { class: 'bars' }, bar(row)));
}

/* Its own report, which stands beside this page. */
const page = (row, text) => row.folder ? el('a', { href: row.folder + '/index.html' }, text) : text;

/* The end is on the right, whatever the boot took. */
function bar(row) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', `${-UNITS} 0 ${UNITS} 10`);
  svg.setAttribute('preserveAspectRatio', 'none');
  if (row.us !== null) rect(svg, -row.us, 0, Colours.css('pale'), 3, 4);
  for (const [kind, name, from, to] of row.stretches) {
    if (isDrawn(row, kind, name)) rect(svg, from, to, colour(kind, name), kind === 'level' ? 0 : 2, kind === 'level' ? 10 : 6);
  }
  return svg;
}

function rect(svg, from, to, colour, y, height) {
  const box = document.createElementNS(SVG, 'rect');
  const unit = UNITS / reach();
  for (const [name, value] of [['x', unit * from], ['width', Math.max(unit * (to - from), 0.5)], ['y', y], ['height', height], ['fill', colour]]) box.setAttribute(name, value);
  svg.append(box);
}

/* How long before init, or before the log ends. */
function scale() {
  const whole = reach();
  const [unit, word] = whole >= 1e6 ? [1e6, ' s'] : [1000, ' ms'];
  return ticks(0, whole / unit, narrow.matches ? 1 : 5).map(value => el('i', { style: { right: 100 * value * unit / whole + '%' } }, value === 0 ? end() : '−' + value + word));
}

function end() {
  const died = rows.filter(row => row.ending).length;
  return died === 0 ? 'init' : died === rows.length ? 'end' : 'init or end';
}

/* The last two that were ticked. */
function pick(i) {
  const { pair: now } = State.state;
  State.set('pair', { pair: now.includes(i) ? now.filter(each => each !== i) : [...now, i].slice(-2) });
  byId('strip').querySelector('[aria-label="compare boot ' + (i + 1) + '"]')?.focus();
}

function pair() {
  const two = [...State.state.pair].sort((a, b) => a - b);
  byId('pair').hidden = two.length === 0;
  if (two.length === 1) fill('pair', nameOf(rows[two[0]], two[0]) + ': tick another boot to compare it with.');
  if (two.length < 2) return;
  const [before, after] = two.map(i => rows[i]);
  const command = compare([before, after]);
  fill('pair', el('p', {}, el('b', {}, nameOf(before, two[0]), ' → ', nameOf(after, two[1])), ' ', shift(before, after)),
    command ? el('p', {}, before.folder ? 'In this report’s folder: ' : null, el('code', {}, command), ' ', el('button', { class: 'plain', on: { click: event => copy(event, command) } }, 'copy')) : null,
    before.folder || before.id ? el('p', {}, 'Each by itself: ', [before, after].flatMap((row, i) => [i ? ', ' : null,
      row.id ? el('code', {}, Shell.command('bootledger', 'show', row.id, ...stored()) ?? row.id) : page(row, row.folder)])) : null);
}

const stored = () => store ? ['--store', store] : [];

/* Boots are named by their own events beside this page, or as the store knows them. */
function compare(two) {
  if (two[0].id) return Shell.command('bootledger', 'compare', ...two.map(row => row.id), ...stored());
  return two[0].folder ? Shell.command('bootledger', 'compare', ...two.map(row => row.folder + '/events.jsonl.gz'), '--out', 'comparison') : null;
}

function shift(before, after) {
  if (before.us === null || after.us === null || before.ending || after.ending) return 'have no totals to compare; their initcalls can be.';
  const us = after.us - before.us;
  return Format.duration(before.us) + ' → ' + Format.duration(after.us) + ' (' + (us > 0 ? '+' : '') + Format.duration(us) + ')';
}

function copy({ currentTarget: button }, command) {
  navigator.clipboard.writeText(command);
  button.textContent = 'copied';
}
