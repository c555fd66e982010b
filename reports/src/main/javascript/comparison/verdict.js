/* What the gate says, where there was one. */
import { el, fill, byId } from '../page/dom.js';

const HEADINGS = ['verdict', 'what', 'change', 'evidence'];

export function show({ gate }) {
  if (!gate) return;
  byId('verdict').hidden = false;
  byId('verdict').classList.add(gate.verdict);
  fill('verdict',
    el('h2', {}, gate.verdict.toUpperCase()),
    el('p', {}, gate.headline),
    el('p', { class: 'quiet' }, gate.reason),
    gate.metrics.length === 0 ? null : el('div', { class: 'findings' }, el('table', {},
      el('thead', {}, el('tr', {}, HEADINGS.map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, gate.metrics.map(([status, ...facts]) => el('tr', {}, el('td', { class: 'status' }, status), facts.map(fact => el('td', {}, fact))))))),
    gate.lists.filter(([, texts]) => texts.length > 0).flatMap(([title, texts]) => [el('h3', {}, title), el('ul', {}, texts.map(text => el('li', {}, text)))]));
}
