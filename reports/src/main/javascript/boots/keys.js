/* The keyboard: / searches, + - 0 and the arrows move the timeline, Escape lets go. */
import * as Dom from '../page/dom.js';
import * as State from './state.js';
import * as Timeline from '../timeline/timeline.js';

const MOVES = {
  '+': () => Timeline.scaleBy(2), '=': () => Timeline.scaleBy(2), '-': () => Timeline.scaleBy(0.5), '0': () => Timeline.home(),
  ArrowLeft: () => Timeline.pan(-0.2), ArrowRight: () => Timeline.pan(0.2),
};

const isTyping = target => target.matches('input, select, textarea');

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return escape(event);
  if (isTyping(event.target)) return;
  if (event.key === '/') {
    Dom.byId('search').focus();
    Dom.byId('search').select();
  } else if (MOVES[event.key] && !Dom.byId('timeline').hidden) {
    MOVES[event.key]();
  } else {
    return;
  }
  event.preventDefault();
}

function escape(event) {
  if (event.target.id === 'search') {
    State.set('filter', { query: '' });
    event.target.blur();
  } else {
    State.set('selection', { selected: null });
  }
}

export const wire = () => document.addEventListener('keydown', pressed);
