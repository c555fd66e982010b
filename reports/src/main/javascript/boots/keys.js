/* The keyboard: all that the mouse can, and a list of it. */
import { byId, el, fill } from '../page/dom.js';
import * as Replay from './replay.js';
import * as State from './state.js';
import * as Tables from './tables.js';
import * as Timeline from '../timeline/timeline.js';

const KEYS = [
  { keys: ['/'], name: '/', does: 'search', act: () => { byId('search').focus(); byId('search').select(); } },
  { keys: ['+', '=', 'w'], name: '+ or W', does: 'zoom in', timeline: true, act: () => Timeline.scaleBy(2) },
  { keys: ['-', 's'], name: '− or S', does: 'zoom out', timeline: true, act: () => Timeline.scaleBy(0.5) },
  { keys: ['ArrowLeft', 'a'], name: '← or A', does: 'move left', timeline: true, act: () => Timeline.pan(-0.2) },
  { keys: ['ArrowRight', 'd'], name: '→ or D', does: 'move right', timeline: true, act: () => Timeline.pan(0.2) },
  { keys: ['0'], name: '0', does: 'show the boot', timeline: true, act: () => Timeline.home() },
  { keys: ['f'], name: 'F', does: 'fit what is selected', timeline: true, act: fit },
  { keys: ['.'], name: '.', does: 'next bar', timeline: true, act: () => Timeline.step(1) },
  { keys: [','], name: ',', does: 'bar before', timeline: true, act: () => Timeline.step(-1) },
  { keys: ['ArrowUp'], name: '↑', does: 'what is around the bar', selected: true, act: () => Timeline.climb(true) },
  { keys: ['ArrowDown'], name: '↓', does: 'the longest inside the bar', selected: true, act: () => Timeline.climb(false) },
  { keys: ['Enter'], name: 'Enter', does: 'next hit of the search', act: event => Tables.step(event.shiftKey ? -1 : 1) },
  { keys: [], name: 'Shift + Enter', does: 'hit before' },
  { keys: ['m'], name: 'M', does: 'measure what is in view', timeline: true, act: measure },
  { keys: ['r'], name: 'R', does: 'replay the boot', timeline: true, act: Replay.toggle },
  { keys: ['?'], name: '?', does: 'show these keys', act: () => byId('help').showModal() },
  { keys: [], name: 'Esc', does: 'close what is open, let go' },
];

const isTyping = target => target.matches('input:not([type=checkbox]), select, textarea');
const isButton = target => target.matches('button, summary, a, [role=tab], tr, input');

function fit() {
  const span = State.state.selected?.record.span;
  if (span) Timeline.around(span);
}

function measure() {
  State.set('range', { range: State.state.range ? null : Timeline.shown().map(Math.round) });
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return escape(event);
  const inSearch = event.target.id === 'search' && event.key === 'Enter';
  if (isTyping(event.target) && !inSearch) return;
  if (event.key === 'Enter' && isButton(event.target) && !inSearch) return;
  const key = KEYS.find(each => each.keys.includes(event.key.length === 1 ? event.key.toLowerCase() : event.key));
  if (!key || (key.timeline && byId('timeline').hidden) || (key.selected && !State.state.selected?.record.span)) return;
  key.act(event);
  event.preventDefault();
}

function escape(event) {
  if (byId('help').open) return;
  if (event.target.id === 'search' && State.state.query) {
    State.set('filter', { query: '' });
    event.target.blur();
  } else if (State.state.replay !== null) {
    State.set('replay', { replay: null });
  } else if (State.state.range) {
    State.set('range', { range: null });
  } else {
    State.set('selection', { selected: null });
  }
}

export function wire() {
  fill('help', el('h2', {}, 'Keys'),
    el('dl', { class: 'facts' }, KEYS.flatMap(({ name, does }) => [el('dt', {}, el('kbd', {}, name)), el('dd', {}, does)])),
    el('form', { method: 'dialog' }, el('button', {}, 'close')));
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  document.addEventListener('keydown', pressed);
}
