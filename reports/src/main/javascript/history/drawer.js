/* The open build: each metric beside the build before, its boots, and the commands that lead on. */
import * as Chosen from './chosen.js';
import { byId, el, fill } from '../page/dom.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';
import * as Shell from '../page/shell.js';

function show() {
  const at = Chosen.state.open;
  byId('drawer').hidden = at === null;
  document.body.classList.toggle('docked', at !== null);
  if (at === null) return;
  const build = Facts.data.builds[at];
  fill('drawer-title', build.name);
  byId('drawer-before').disabled = at === 0;
  byId('drawer-after').disabled = at === Facts.data.builds.length - 1;
  fill('build', el('div', { tabindex: 0, 'aria-label': 'metrics' }, metrics(at)), el('div', { tabindex: 0, 'aria-label': 'boots' }, differs(build), gate(at), boots(build)));
}

function metrics(at) {
  const before = usedBefore(at);
  return el('table', {},
    el('thead', {}, el('tr', {}, ['metric', 'median', 'range', 'to the build before'].map((name, i) => el('th', { scope: 'col', class: i ? 'numeric' : '' }, name)))),
    el('tbody', {}, Facts.data.curves.map(curve => el('tr', {},
      el('td', { class: 'mono' }, curve.name),
      el('td', { class: 'numeric', title: Format.exact(curve.us[at]) }, Format.duration(curve.us[at])),
      el('td', { class: 'numeric quiet' }, Facts.range(curve, at) ?? ''),
      el('td', { class: 'numeric' }, before === null || curve.us[before] === null || curve.us[at] === null ? Format.UNKNOWN : Facts.signed(curve.us[at] - curve.us[before]))))));
}

/* The last build before it that has boots. */
function usedBefore(at) {
  for (let before = at - 1; before >= 0; before--) if (Facts.data.builds[before].used > 0) return before;
  return null;
}

const differs = build => build.differences.map(words => el('p', { class: 'careful' }, 'From here on ' + words + '.'));

const store = () => Facts.data.store ? ['--store', Facts.data.store] : [];

/* Both builds with what selected the boots at all. */
function gate(at) {
  const before = usedBefore(at);
  if (before === null || Facts.data.builds[at].used === 0) return null;
  const side = (option, build) => [...Facts.data.where, Facts.data.by + '=' + build.name].flatMap(condition => [option, condition]);
  return copied('hold it against the build before', Shell.command('bootledger', 'gate', ...store(),
    ...side('--baseline-where', Facts.data.builds[before]), ...side('--candidate-where', Facts.data.builds[at])));
}

function copied(title, command) {
  return command === null ? null : el('p', { class: 'command' }, el('button', { 'aria-label': 'copy ' + command, on: { click: event => copy(event, command) } }, 'copy'), el('span', {}, title + ': ', el('code', {}, command)));
}

function copy({ currentTarget: button }, command) {
  navigator.clipboard.writeText(command);
  button.textContent = 'copied';
}

function boots(build) {
  const more = build.used + build.leftOut - build.boots.length;
  return [el('table', {},
    el('thead', {}, el('tr', {}, ['boot', 'log', 'total', 'opens it'].map((name, i) => el('th', { scope: 'col', class: i === 2 ? 'numeric' : '' }, name)))),
    el('tbody', {}, build.boots.map(boot => {
      const command = Shell.command('bootledger', 'show', boot.id, ...store());
      return el('tr', {},
        el('td', { class: 'mono' }, boot.id), el('td', { class: 'mono' }, boot.log),
        el('td', { class: 'numeric' }, boot.leftOut ? boot.leftOut : Format.duration(boot.totalUs)),
        el('td', {}, command === null ? null : [el('button', { 'aria-label': 'copy ' + command, on: { click: event => copy(event, command) } }, 'copy'), ' ', el('code', {}, command)]));
    }))),
  more > 0 ? el('p', { class: 'quiet' }, 'and ' + Format.count(more) + ' more') : null];
}

export function wire() {
  Chosen.on('open', show);
  byId('drawer-close').addEventListener('click', () => Chosen.open(null));
  byId('drawer-before').addEventListener('click', () => Chosen.step(-1));
  byId('drawer-after').addEventListener('click', () => Chosen.step(1));
  byId('drawer-link').addEventListener('click', () => navigator.clipboard.writeText(location.href));
  window.addEventListener('keydown', event => { if (event.key === 'Escape') Chosen.open(null); });
}
