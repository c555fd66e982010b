/* The drawer at the bottom of the window: what is known of the chosen thing, and the lines of the log that it came from. */
import { byId, el, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import { term } from '../page/glossary.js';
import * as LogPane from './logpane.js';
import * as State from './state.js';
import * as Timeline from '../timeline/timeline.js';

export function show({ boot, selected }) {
  const drawer = byId('drawer');
  drawer.hidden = !selected;
  document.body.classList.toggle('docked', Boolean(selected));
  if (!selected) return;
  const { record } = selected;
  fill('drawer-title', record.function ?? record.device ?? record.name ?? record.title ?? record.owner ?? record.where ?? record.level ?? record.code);
  byId('drawer-fit').hidden = !record.span;
  const texts = [record.explanation, record.solution ? '→ ' + record.solution : null, record.words, record.text, record.note, advised(boot, record)];
  fill('log',
    el('div', { class: 'known' },
      texts.filter(each => each).map(each => el('p', {}, each)),
      record.span ? el('dl', { class: 'facts' }, Facts.of(record.span).flatMap(([key, value]) => [el('dt', {}, term(key)), el('dd', {}, value)])) : null),
    LogPane.lines(boot, selected));
  LogPane.reveal();
}

/* The remedy of what an advice is about stands with the thing itself. */
function advised(boot, record) {
  const advice = record.line && record.span ? boot.advice.find(each => each.lines.includes(record.line)) : null;
  return advice ? '→ ' + advice.solution : null;
}

export function wire() {
  byId('drawer-close').addEventListener('click', () => State.set('selection', { selected: null }));
  byId('drawer-link').addEventListener('click', () => navigator.clipboard.writeText(location.href));
  byId('drawer-fit').addEventListener('click', () => Timeline.around(State.state.selected.record.span));
  State.on('selection', show);
}
