/* The answer, what undermines it, and what was booted. */
import { el, fill, byId } from '../page/dom.js';
import * as Facts from './facts.js';

export function show({ total, answer, caveats, booted }) {
  fill('headline',
    total ? el('p', { class: 'total ' + Facts.way(total.shiftUs) }, Facts.signed(total.shiftUs)) : null,
    el('p', { class: 'answer' }, Facts.words(answer)));
  fill('caveats', caveats.map(text => el('li', {}, Facts.words(text))));
  fill('booted',
    el('thead', {}, el('tr', {}, ['side', 'before', 'after'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, booted.map(([what, before, after]) => el('tr', {},
      el('th', { scope: 'row' }, what),
      before === after ? el('td', { colspan: 2, class: 'same' }, before) : [el('td', {}, before), el('td', {}, after)]))));
  byId('caveats').hidden = caveats.length === 0;
}
