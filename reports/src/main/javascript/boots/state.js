/* What the reader chose: one boot, filters, a tab, an order, a selected row. Views ask it and are told of changes. */
export const state = {
  boot: null, bootIndex: 0, tab: null, selected: null, view: null, range: null, order: null, replay: null, pair: [], ticks: [],
  query: '', levels: new Set(), outcomes: new Set(), kinds: new Set(), leastUs: 0,
};
const listeners = { boot: [markHits], filter: [markHits], selection: [], tab: [], view: [], range: [], order: [], replay: [], pair: [], ticks: [] };

/* Which bars are meant is asked once a filter, not once a frame. */
function markHits() {
  for (const span of state.boot?.spans ?? []) span.hit = !isFiltered() || matches(span.kind, span.record);
}

export const on = (what, listener) => listeners[what].push(listener);
const tell = what => listeners[what].forEach(listener => listener(state));

export function set(what, changes) {
  Object.assign(state, changes);
  tell(what);
}

/* A table opens in its own order. */
export const open = tab => set('tab', { tab, order: null });

export function toggle(name, value) {
  if (!state[name].delete(value)) state[name].add(value);
  tell('filter');
}

export function clearFilters() {
  state.levels.clear();
  state.outcomes.clear();
  state.kinds.clear();
  set('filter', { query: '', leastUs: 0 });
}

export const isFiltered = () => state.query !== '' || state.leastUs > 0
  || state.levels.size + state.outcomes.size + state.kinds.size > 0;

/* All words of the search must occur somewhere in the row. */
export function says(record) {
  if (!state.query) return true;
  record.haystack ??= haystack(record);
  return words().every(word => record.haystack.includes(word));
}

function haystack(record) {
  let text = '';
  for (const key in record) if (typeof record[key] === 'string') text += record[key] + '\n';
  return text.toLowerCase();
}

let split = { query: '', words: [] };

function words() {
  if (split.query !== state.query) split = { query: state.query, words: state.query.toLowerCase().split(/\s+/) };
  return split.words;
}

const wanted = (chosen, value) => chosen.size === 0 || chosen.has(value);

/* A probe belongs to the level of the initcall that it ran inside. */
export function matches(kind, record) {
  return wanted(state.kinds, kind)
    && (state.levels.size === 0 || (kind !== 'async' && state.levels.has(record.level ?? 'unknown')))
    && wanted(state.outcomes, record.outcome ?? 'ok')
    && (record.durationUs ?? (record.outcome === 'unfinished' ? Infinity : 0)) >= state.leastUs
    && says(record);
}
