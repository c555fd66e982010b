/* Search, filters, the legend that is one of them, and the timeline's buttons. */
import * as Colours from '../page/colours.js';
import { el, byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import { term } from '../page/glossary.js';
import * as Overview from '../timeline/overview.js';
import * as State from './state.js';
import * as Timeline from '../timeline/timeline.js';

const LEAST = [0, 100, 1000, 10000, 100000, 1000000];
const KINDS = [['initcall', 'initcalls', 'initcalls'], ['probe', 'probes', 'probes'], ['async', 'asyncCalls', 'async']];

export function show({ boot }) {
  document.querySelector('.tools').hidden = boot.initcalls.length + boot.probes.length === 0;
  const levels = new Set(boot.initcalls.map(call => call.level ?? 'unknown'));
  const outcomes = new Set([...boot.initcalls, ...boot.probes].map(each => each.outcome));
  const kinds = KINDS.filter(([, table]) => boot[table].length > 0);
  const unplaced = boot.initcalls.filter(call => call.level === null).length;
  byId('colour').value = 2 * unplaced > boot.initcalls.length ? 'outcome' : 'level';
  Colours.by(byId('colour').value);
  chips('level-chips', 'levels', [...Colours.levelNames(), 'unknown'].filter(name => levels.has(name)), Colours.level);
  chips('outcome-chips', 'outcomes', Colours.outcomeNames().filter(name => outcomes.has(name)), Colours.outcome);
  chips('kind-chips', 'kinds', kinds.length > 1 ? kinds.map(([kind]) => kind) : [], null, kind => KINDS.find(each => each[0] === kind)[2]);
  refresh();
}

function chips(id, set, names, colour, title) {
  fill(id, names.map(name => el('button', {
    class: 'chip', 'aria-pressed': 'false', 'data-set': set, 'data-name': name, on: { click: () => State.toggle(set, name) },
  }, colour ? el('i', { style: { background: colour(name) } }) : null, title ? title(name) : term(name))));
  byId(id).parentElement.hidden = names.length < 2;
}

function refresh() {
  const { state } = State;
  document.querySelectorAll('.chip').forEach(chip =>
    chip.setAttribute('aria-pressed', String(state[chip.dataset.set].has(chip.dataset.name))));
  for (const [id, names] of [['level-count', state.levels], ['outcome-count', state.outcomes], ['kind-count', state.kinds]]) {
    fill(id, names.size ? [...names].join(', ') : 'all');
  }
  if (byId('search').value !== state.query) byId('search').value = state.query;
  byId('least').value = String(state.leastUs);
  byId('clear').hidden = !State.isFiltered();
  if (state.boot) byId('found').textContent = found(state.boot);
}

function found(boot) {
  if (!State.isFiltered()) return '';
  const calls = boot.initcalls.filter(call => State.matches('initcall', call)).length;
  const probes = boot.probes.filter(probe => State.matches('probe', probe)).length;
  return Format.plural(calls, 'initcall') + (boot.probes.length ? ', ' + Format.plural(probes, 'probe') : '');
}

export function wire() {
  let pending = 0;
  byId('search').addEventListener('input', event => {
    clearTimeout(pending);
    pending = setTimeout(() => State.set('filter', { query: event.target.value.trim() }), 80);
  });
  fill('least', LEAST.map(us => el('option', { value: us }, us ? '≥ ' + Format.duration(us).replace(/\.0+ /, ' ') : 'any duration')));
  byId('least').addEventListener('change', event => State.set('filter', { leastUs: Number(event.target.value) }));
  byId('colour').addEventListener('change', event => { Colours.by(event.target.value); Timeline.draw(); Overview.draw(); });
  byId('clear').addEventListener('click', State.clearFilters);
  byId('zoom-in').addEventListener('click', () => Timeline.scaleBy(2));
  byId('zoom-out').addEventListener('click', () => Timeline.scaleBy(0.5));
  byId('zoom-boot').addEventListener('click', Timeline.home);
  byId('zoom-all').addEventListener('click', Timeline.all);
  document.addEventListener('pointerdown', event => document.querySelectorAll('.menu[open]').forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
  State.on('filter', refresh);
}
