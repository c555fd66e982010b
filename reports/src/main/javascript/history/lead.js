/* What changed, in a sentence and as a table; each change opens the build it began with. */
import * as Chosen from './chosen.js';
import { byId, el, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';

const SCOPES = ['total', 'phase', 'level', 'initcall'];

export function show() {
  const { builds, summary, by, boots, leftOut, where, counted } = Facts.data;
  const changes = Facts.data.curves.flatMap(curve => curve.changes.map(change => ({ curve, ...change })));
  document.title = summary + ' - Bootledger';
  fill('what', [Format.plural(builds.length, 'build') + ' by ' + by + ', ' + builds[0].name + ' to ' + builds[builds.length - 1].name,
    Format.plural(boots, 'boot') + (leftOut ? ' (' + Format.count(leftOut) + ' more could not be used)' : ''), ...where].join(' · '));
  sentence(changes);
  fill('notes',
    el('li', {}, 'Counted ' + counted + '.'),
    builds.flatMap(build => build.differences.map(words => el('li', { class: 'careful' }, 'From build ' + build.name + ' on ' + words + '.'))));
  table(changes);
}

function sentence(changes) {
  const { summary } = Facts.data;
  const worst = changes.filter(change => change.tone === 'slower').sort((a, b) => b.us - a.us)[0];
  const first = changes.find(change => change.tone === 'slower' && change.curve === Facts.data.curves[0]) ?? worst;
  fill('sentence', summary + '.',
    first ? [' Since build ', opener(first.at, Facts.data.builds[first.at].name), ' ' + (first.curve.scope === 'total' ? 'the total' : first.curve.name)
      + ' takes longer: ' + (first.words + beside(changes, first)).replace(/ (?=s\b|ms|µs|%)/g, '\u00a0') + '.'] : null);
}

/* The initcall that changed most at the same build, with the total. */
function beside(changes, first) {
  const call = changes.filter(each => each.at === first.at && each.curve.scope === 'initcall' && each.us > 0).sort((a, b) => b.us - a.us)[0];
  return call && call.curve !== first.curve ? ', with it ' + call.curve.name + ' ' + Facts.signed(call.us) : '';
}

const opener = (at, text) => el('button', { on: { click: () => Chosen.open(at) } }, text);

function table(changes) {
  byId('changes-box').hidden = changes.length === 0;
  const accepted = changes.some(change => change.accepted !== null);
  changes.sort((a, b) => a.at - b.at || SCOPES.indexOf(a.curve.scope) - SCOPES.indexOf(b.curve.scope) || Math.abs(b.us) - Math.abs(a.us));
  fill('change-list',
    el('thead', {}, el('tr', {}, ['build', 'metric', 'change', ...(accepted ? ['accepted'] : [])].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, changes.map(change => el('tr', { on: { click: () => Chosen.open(change.at) } },
      el('td', {}, opener(change.at, Facts.data.builds[change.at].name)),
      el('td', { class: 'mono' }, change.curve.name),
      el('td', { class: 'words' }, el('i', { class: 'tone', style: { background: Facts.data.tones[change.tone] } }), change.words),
      accepted ? el('td', { class: 'wide-text' }, change.accepted ?? '') : null))));
}
