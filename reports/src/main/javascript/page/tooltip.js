/* All facts of the bar under the pointer. */
import { el, fill, byId } from './dom.js';
import * as Facts from '../boots/facts.js';

let shown = null;

export function at(event, span) {
  if (!span) return hide();
  if (span !== shown) write(span.name, Facts.TITLES[span.kind], Facts.of(span));
  shown = span;
  place(event);
}

export function text(event, name, facts) {
  shown = null;
  write(name, '', facts);
  place(event);
}

function write(name, kind, facts) {
  fill('tooltip',
    el('strong', {}, name),
    el('small', {}, kind),
    el('dl', {}, facts.flatMap(([what, value]) => [el('dt', {}, what), el('dd', {}, value)]))).hidden = false;
}

function place(event) {
  const box = byId('tooltip');
  const left = Math.min(event.clientX + 14, window.innerWidth - box.offsetWidth - 8);
  const below = event.clientY + 18 + box.offsetHeight < window.innerHeight;
  box.style.left = Math.max(8, left) + 'px';
  box.style.top = (below ? event.clientY + 18 : Math.max(8, event.clientY - box.offsetHeight - 12)) + 'px';
}

export function hide() {
  shown = null;
  byId('tooltip').hidden = true;
}
