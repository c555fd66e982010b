/* The address keeps what is shown, so that a link to a finding can be passed on. */
import * as State from './state.js';

const SETS = ['levels', 'outcomes', 'kinds'];

function write({ bootIndex, tab, query, leastUs, selected, ...state }) {
  const parts = new URLSearchParams();
  if (bootIndex > 0) parts.set('boot', bootIndex + 1);
  if (tab && tab !== 'initcalls') parts.set('tab', tab);
  if (query) parts.set('q', query);
  if (leastUs) parts.set('least', leastUs);
  for (const name of SETS) if (state[name].size) parts.set(name, [...state[name]].join(','));
  if (selected) parts.set('row', selected.tab + ':' + selected.record.index);
  history.replaceState(null, '', '#' + parts);
}

export function read(boots) {
  const parts = new URLSearchParams(location.hash.slice(1));
  const boot = Math.min(Math.max(0, (parseInt(parts.get('boot'), 10) || 1) - 1), boots - 1);
  const names = name => new Set((parts.get(name) || '').split(',').filter(each => each));
  const least = parseInt(parts.get('least'), 10) || 0;
  return { boot, tab: parts.get('tab'), row: parts.get('row'), query: parts.get('q') || '', leastUs: Math.max(0, least),
    levels: names('levels'), outcomes: names('outcomes'), kinds: names('kinds') };
}

export function wire() {
  for (const what of ['boot', 'filter', 'selection', 'tab']) State.on(what, write);
}
