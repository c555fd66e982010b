/* The address keeps what is shown, so that a link brings a colleague to the same place, and Back leads back. */
import * as State from './state.js';

const SETS = ['levels', 'outcomes', 'kinds'];
const SETTLED_MS = 120;
let written = null;
let pending = 0;

function text({ bootIndex, tab, query, leastUs, selected, view, range, order, replay, pair, ticks, ...state }) {
  const parts = new URLSearchParams();
  if (bootIndex > 0) parts.set('boot', bootIndex + 1);
  if (tab && tab !== 'initcalls') parts.set('tab', tab);
  if (query) parts.set('q', query);
  if (leastUs) parts.set('least', leastUs);
  for (const name of SETS) if (state[name].size) parts.set(name, [...state[name]].join(','));
  if (selected) parts.set('row', selected.tab + ':' + selected.record.index);
  if (view) parts.set('view', view.join('..'));
  if (range) parts.set('range', range.join('..'));
  if (pair.length) parts.set('pair', pair.map(each => each + 1).join(','));
  if (ticks.length) parts.set('if', ticks.map(each => each + 1).join(','));
  if (replay !== null) parts.set('at', replay);
  if (order) parts.set('sort', order.column + (order.down ? '-' : '+'));
  return '#' + parts;
}

/* What the reader chose is a step of its own to go back to; how they looked at it is not. */
function write(pushes) {
  clearTimeout(pending);
  const hash = text(State.state);
  if (hash === written) return;
  if (pushes) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
  written = hash;
}

export function read(boots) {
  const parts = new URLSearchParams(location.hash.slice(1));
  written = location.hash;
  const boot = Math.min(Math.max(0, (parseInt(parts.get('boot'), 10) || 1) - 1), boots - 1);
  const names = name => new Set((parts.get(name) || '').split(',').filter(each => each));
  const least = parseInt(parts.get('least'), 10) || 0;
  const sort = /^(\d+)([-+ ])$/.exec(parts.get('sort') || '');
  return { boot, tab: parts.get('tab'), row: parts.get('row'), query: parts.get('q') || '', leastUs: Math.max(0, least),
    levels: names('levels'), outcomes: names('outcomes'), kinds: names('kinds'),
    view: stretch(parts.get('view')), range: stretch(parts.get('range')),
    replay: /^-?\d+$/.test(parts.get('at') || '') ? Number(parts.get('at')) : null,
    pair: places(parts.get('pair')).slice(0, 2), ticks: places(parts.get('if')),
    order: sort ? { column: Number(sort[1]), down: sort[2] === '-' } : null };
}

/* They are counted from 1. */
const places = words => [...new Set((words || '').split(',').filter(each => /^[1-9]\d{0,5}$/.test(each)).map(each => each - 1))];

function stretch(words) {
  const found = /^(-?\d+)\.\.(-?\d+)$/.exec(words || '');
  return found && Number(found[1]) < Number(found[2]) ? [Number(found[1]), Number(found[2])] : null;
}

/* A browser is slow to take an address, and refuses hundreds a minute. */
function later() {
  clearTimeout(pending);
  pending = setTimeout(() => write(false), SETTLED_MS);
}

/* @param restore shows what the address says, after Back or when it was edited */
export function wire(restore) {
  for (const what of ['boot', 'selection', 'tab']) State.on(what, () => write(true));
  for (const what of ['filter', 'view', 'range', 'order', 'replay', 'pair', 'ticks']) State.on(what, later);
  window.addEventListener('popstate', () => { if (location.hash !== written) restore(); });
}
