/* Reads the embedded facts and shows the first boot. */
import * as Data from '../page/data.js';
import * as Address from './address.js';
import * as Advice from './advice.js';
import * as Answer from './answer.js';
import * as Bill from './bill.js';
import * as Boot from './boot.js';
import * as Colours from '../page/colours.js';
import * as Columns from './columns.js';
import * as Controls from './controls.js';
import { el, byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Drawer from './drawer.js';
import * as Icicle from '../ledger/icicle.js';
import * as Keys from './keys.js';
import * as Overview from '../timeline/overview.js';
import * as Replay from './replay.js';
import * as Selection from './selection.js';
import * as State from './state.js';
import * as Strip from './strip.js';
import * as Summary from './summary.js';
import * as Tables from './tables.js';
import * as Timeline from '../timeline/timeline.js';

const page = Data.read();
const boots = new Map();

const bootAt = index => {
  if (!boots.has(index)) boots.set(index, Boot.of(page.boots[index]));
  return boots.get(index);
};

function choose(index) {
  State.state.selected = null;
  State.state.ticks = [];
  State.set('boot', { boot: bootAt(index), bootIndex: index });
}

function selector() {
  if (page.boots.length + page.bootsLeftOut < 2) return;
  byId('boot').hidden = false;
  fill('boots', page.boots.map((boot, i) => el('option', { value: i }, (i + 1) + ': ' + (boot.kernel.release ?? 'unknown kernel') + ', ' + boot.source + ' line ' + boot.reading.firstLine)));
  byId('boots').addEventListener('change', event => choose(Number(event.target.value)));
  if (page.bootsLeftOut) fill('left-out', Format.plural(page.bootsLeftOut, 'more boot') + ' not in this page: see analysis.json');
}

function restore() {
  const { boot, tab, row, view, range, order, replay, pair, ticks, ...filters } = Address.read(page.boots.length);
  Object.assign(State.state, filters, { tab, view: null, range: null, order });
  State.state.pair = pair.filter(each => each < page.strip.length);
  byId('boots').value = String(boot);
  choose(boot);
  State.set('filter', {});
  const [name, index] = (row || '').split(':');
  const record = Columns.TABLES[name] && State.state.boot[name][Number(index)];
  if (record) Selection.choose(Columns.TABLES[name].kind || name, record, tab !== null && tab !== name);
  else State.set('selection', { selected: null });
  if (view) Timeline.showRange(...view);
  State.set('ticks', { ticks: ticks.filter(each => each < State.state.boot.whatIfs.length) });
  State.set('range', { range });
  State.set('replay', { replay });
}

function start() {
  Colours.use(page.palette);
  byId('page').hidden = false;
  if (page.boots.length === 0) {
    byId('page').classList.add('empty');
    return;
  }
  for (const view of [Controls, Summary, Answer, Bill, Advice, Timeline, Overview, Icicle, Replay, Tables]) State.on('boot', view.show);
  Controls.wire();
  Drawer.wire();
  Keys.wire();
  Replay.wire();
  Strip.wire({ strip: page.strip, inPage: page.boots.length, store: '', open: index => { byId('boots').value = String(index); choose(index); } });
  selector();
  restore();
  Address.wire(restore);
}

start();
