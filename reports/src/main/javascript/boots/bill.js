/* The bill: what the time went to, dearest first; ticked items are taken off the total as far as the log shows that they can be. */
import * as Colours from '../page/colours.js';
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Facts from './facts.js';
import * as Selection from './selection.js';
import * as State from './state.js';
import * as WhatIf from './whatif.js';

const SHOWN = 7;
const CHANGES = 4;
const TABLES = { initcall: 'initcalls', probe: 'probes' };
let shown = SHOWN;
let boot = null;

export function show(state) {
  boot = state.boot;
  shown = SHOWN;
  draw();
}

function draw() {
  const items = boot.bill.slice(0, shown);
  byId('bill').parentElement.hidden = boot.bill.length === 0;
  fill('bill',
    el('thead', {}, el('tr', {}, ['', 'took itself', 'ms', '%', 'together'].map((name, i) => el('th', { scope: 'col', class: i > 1 ? 'numeric' : '' }, name || el('span', { class: 'unseen' }, 'what if'))))),
    el('tbody', {}, items.map(row)));
  rest(items);
  fill('changes', boot.whatIfs.filter(change => !['faster', 'asynchronous'].includes(change.action)).slice(0, CHANGES).map(change =>
    el('label', {}, tick(change), change.words)));
  byId('changes').hidden = byId('changes').childElementCount === 0;
  told();
}

function row(item) {
  const total = boot.ledger.toUs - boot.ledger.fromUs;
  const change = boot.whatIfs.find(each => each.target === item.name
    && each.action === (item.account === 'probe' ? 'asynchronous' : 'faster') && TABLES[item.account]);
  const about = Facts.isDoubtful(item) ? '~' : '';
  return el('tr', {},
    el('td', {}, change ? tick(change) : null),
    el('td', {},
      el('button', { class: 'item', on: { click: () => open(item) } },
        el('i', { style: { width: 100 * item.us / boot.bill[0].us + '%', background: colour(item) } }),
        el('span', { class: TABLES[item.account] ? 'name' : '' }, item.name),
        el('small', {}, kind(item)))),
    el('td', { class: 'numeric', title: Format.exact(item.us) }, about + (item.us / 1000).toFixed(item.us < 99950 ? 1 : 0)),
    el('td', { class: 'numeric' }, percent(item.us, total)),
    el('td', { class: 'numeric quiet' }, percent(item.sumUs, total)));
}

const percent = (us, total) => (100 * us / total).toFixed(1);

const kind = item => item.account === 'probe' ? 'probe' : item.account === 'initcall' ? item.level ?? '' : item.account.replace(/_/g, ' ');

const colour = item => item.level && TABLES[item.account] ? Colours.level(item.level) : item.account === 'probe' ? Colours.outcome('ok') : Colours.css('muted');

/* The box is named by what it changes. */
function tick(change) {
  return el('input', { type: 'checkbox', checked: WhatIf.isTicked(change), 'aria-label': 'what if: ' + change.words,
    'data-change': change.index, on: { change: event => WhatIf.tick(change, event.target.checked) } });
}

function rest(items) {
  const others = boot.billItems - items.length;
  const total = boot.ledger ? boot.ledger.toUs - boot.ledger.fromUs : 0;
  const us = total - (items.length ? items[items.length - 1].sumUs : 0);
  fill('bill-rest', others <= 0 ? null : [
    Format.count(others) + ' more, ' + Format.duration(us) + ' together. ',
    boot.bill.length > shown ? el('button', { class: 'plain', on: { click: () => { shown += 20; draw(); } } }, 'show more') : null,
  ]);
}

function told() {
  const { text, condition, command } = WhatIf.told(boot);
  for (const box of document.querySelectorAll('[data-change]')) box.checked = State.state.ticks.includes(Number(box.dataset.change));
  fill('what-if', text);
  fill('what-if-more', condition, command ? el('button', { class: 'plain', title: command, on: { click: () => navigator.clipboard.writeText(command) } }, 'copy the simulation') : null);
}

/* What an item is booked on: its initcall, its probe that took longest, or its row of the ledger. */
function open(item) {
  const table = TABLES[item.account];
  const same = table ? boot[table].filter(each => (each.function ?? each.device) === item.name) : [];
  const longest = same.sort((a, b) => (b.durationUs ?? 0) - (a.durationUs ?? 0))[0];
  if (longest) return Selection.choose(item.account, longest);
  const account = boot.accounts.find(each => each.account === item.account && each.name === item.name);
  if (account) Selection.choose('accounts', account);
}

State.on('ticks', told);
