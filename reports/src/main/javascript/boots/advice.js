/* What to do: of each sort of advice the first, which is the one that saves most. All of it stands in its table. */
import { group } from 'd3-array';
import { el, byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Selection from './selection.js';
import * as State from './state.js';

const SHOWN = 3;

export function show({ boot }) {
  const sorts = [...group(boot.advice, each => each.code).values()];
  fill('advice', sorts.slice(0, SHOWN).map(same => el('li', {}, card(same[0], same.length - 1))));
  byId('advice').parentElement.hidden = sorts.length === 0;
  byId('advice').parentElement.querySelector('h2').textContent = boot.answer.died ? 'What to do once it comes up' : 'What to do';
  fill('more-advice', 'all advice (' + Format.count(boot.advice.length) + ')').hidden = boot.advice.length <= SHOWN;
}

function card(advice, more) {
  return el('button', { on: { click: () => open(() => Selection.choose('advice', advice)) } },
    el('span', { class: 'head' }, el('b', {}, advice.title),
      more ? el('span', { class: 'quiet' }, ' ' + Format.count(more) + ' more (' + advice.code + ').') : null),
    el('span', { class: 'solution' }, advice.solution),
    advice.gainUs === null ? null : el('span', { class: 'gain' }, (advice.doubtful ? 'saves ~' : 'saves at most ') + Format.duration(advice.gainUs)));
}

function open(choose) {
  choose();
  byId('tabs').scrollIntoView();
}

byId('more-advice').addEventListener('click', () => open(() => State.open('advice')));
