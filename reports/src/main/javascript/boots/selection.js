/* One thing is selected at a time: its bar is outlined, its row is marked, its log lines are shown. */
import * as State from './state.js';
import * as Tables from './tables.js';
import * as Timeline from '../timeline/timeline.js';

const TABS = { initcall: 'initcalls', probe: 'probes', async: 'asyncCalls', path: 'path' };

export function choose(kind, record, keepTab) {
  const tab = TABS[kind] || kind;
  State.set('selection', { selected: { tab, record } });
  if (!keepTab && State.state.tab !== tab) State.open(tab);
  Tables.reveal(tab, record);
  if (record.span) Timeline.reveal(record.span, !keepTab);
}

export const isSelected = record => State.state.selected !== null && State.state.selected.record === record;
