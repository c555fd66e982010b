/* What is looked at more closely: its row below and what it took on both sides. The address keeps it, and Back leads back. */
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Shell from '../page/shell.js';
import * as Facts from './facts.js';
import * as Filters from './filters.js';

const hash = () => new URLSearchParams(location.hash.slice(1)).get('find') ?? '';

export function choose(name) {
  const next = name ? '#' + new URLSearchParams({ find: name }) : '';
  if (next !== location.hash) history.pushState(null, '', next || location.pathname + location.search);
  show(name);
}

/* The row of what is called so: an initcall, a step, a phase or level, or the total. */
const rowOf = name => [...Facts.data.initcalls, ...Facts.data.phases, ...Facts.data.levels, ...Facts.data.steps]
  .find(row => row.name === name) ?? (name === Facts.ALL ? Facts.data.total : null);

function show(name) {
  const row = name ? rowOf(name) : null;
  for (const each of document.querySelectorAll('[data-name]')) {
    if (row && each.dataset.name === name) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  }
  Filters.find(Facts.data.initcalls.includes(row) ? name : '');
  byId('both').hidden = !row;
  if (!row) return;
  fill('both', el('h3', {}, name), el('dl', { class: 'facts' }, facts(name, row).flatMap(([what, text]) => [el('dt', {}, what), el('dd', {}, text)])));
  byId('both').scrollIntoView();
  byId('both').focus({ preventScroll: true });
}

const facts = (name, row) => [
  ['changes by', Facts.signed(row.shiftUs ?? row.us) + (Format.known(row.lowUs) ? ', 95 % sure ' + Facts.range(row) : '')],
  ...row.baselineUs === undefined ? [] : [['before', side(name, 'before', row.baselineUs)], ['after', side(name, 'after', row.candidateUs)]],
];

/* What it took, and how the lines that say so are seen in a boot of that side. */
function side(name, which, us) {
  const boot = Facts.data.sideBoots[which === 'before' ? 0 : 1];
  const call = Facts.data[which].find(each => each.name === name);
  const command = call ? Shell.command('bootledger', 'explain', Shell.file(boot), name) : null;
  return [Format.exact(us), command ? ['; its lines: ', el('code', {}, command)] : null];
}

export function wire() {
  window.addEventListener('popstate', () => show(hash()));
  if (hash()) show(hash());
}
