/* What the gate says, where there was one: a word, a sentence, and what it rests on, each with the dots of all boots. */
import { el, fill, byId } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Dots from './dots.js';
import * as Filters from './filters.js';

export function show({ gate }) {
  if (!gate) return;
  byId('verdict').hidden = false;
  byId('verdict').classList.add(gate.verdict);
  const folded = gate.metrics.filter(metric => metric.folded);
  fill('verdict',
    el('h2', {}, gate.verdict.toUpperCase()),
    el('p', {}, gate.headline),
    el('p', { class: 'quiet' }, gate.reason),
    findings(gate.metrics.filter(metric => !metric.folded)),
    folded.length === 0 ? null : el('details', {}, el('summary', {}, Format.plural(folded.length, 'other finding') + ': faster, moved or accepted'), findings(folded)),
    gate.accept ? el('p', {}, 'If it is meant: ', el('code', {}, gate.accept)) : null,
    gate.lists.filter(([, texts]) => texts.length > 0).flatMap(([title, texts]) => [el('h3', {}, title), el('ul', {}, texts.map(text => el('li', {}, text)))]));
}

const findings = metrics => metrics.length === 0 ? null : el('ul', { class: 'findings' }, metrics.map(metric => el('li', { class: metric.status },
  el('span', { class: 'status' }, metric.status),
  el('span', { class: 'quiet' }, metric.scope),
  el('div', {},
    metric.scope === 'initcall' ? el('button', { class: 'link', on: { click: () => Filters.find(metric.name) } }, metric.change) : metric.change,
    el('div', { class: 'quiet' }, metric.evidence)),
  Dots.of(metric))));
