/* What the gate says, where there was one: a word, a sentence, and what it rests on, each with the dots of all boots. */
import { el, fill, byId } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Chosen from './chosen.js';
import * as Dots from './dots.js';
import * as Facts from './facts.js';

export function show({ gate }) {
  if (!gate) return;
  byId('verdict').hidden = false;
  byId('verdict').classList.add(gate.verdict);
  const folded = gate.metrics.filter(metric => metric.folded);
  fill('verdict',
    el('h2', {}, gate.verdict.toUpperCase()),
    el('p', {}, Facts.words(gate.headline)),
    el('p', { class: 'quiet' }, Facts.words(gate.reason)),
    findings(gate.metrics.filter(metric => !metric.folded)),
    folded.length === 0 ? null : el('details', {}, el('summary', {}, Format.plural(folded.length, 'other finding') + ': faster, moved or accepted'), findings(folded)),
    gate.accept ? el('p', {}, 'If it is meant: ', el('code', {}, gate.accept)) : null,
    gate.lists.filter(([, texts]) => texts.length > 0).flatMap(([title, texts]) => [el('h3', {}, title), el('ul', {}, texts.map(text => el('li', {}, Facts.words(text))))]));
}

const findings = metrics => metrics.length === 0 ? null : el('ul', { class: 'findings' }, metrics.map(metric => el('li', { class: metric.status },
  el('span', { class: 'status' }, metric.status),
  el('span', { class: 'quiet' }, metric.scope),
  el('div', {},
    metric.scope === 'initcall' || metric.scope === 'phase' || metric.scope === 'level' ? el('button', { class: 'link', on: { click: () => Chosen.choose(metric.name) } }, Facts.words(metric.change)) : Facts.words(metric.change),
    el('div', { class: 'quiet' }, Facts.words(metric.evidence))),
  Dots.of(metric))));
