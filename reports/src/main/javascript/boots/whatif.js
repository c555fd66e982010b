/* What ticked changes gain together. Gains do not add up, so together they gain at least what the surest does, at most the sum. */
import * as Format from '../page/format.js';
import * as Shell from '../page/shell.js';

/* The change as simulate --set has it. */
const SETTINGS = {
  faster: change => 'initcall.' + change.target + '.faster=100%',
  asynchronous: change => 'device.' + change.target + '.async',
  initramfs: () => 'initramfs.faster=50%',
  no_self_tests: () => 'cmdline=cryptomgr.notests=1',
  unpack_at_once: () => 'cmdline=initramfs_async=0',
};

let boot = null;
let ticked = new Set();

export function reset(shown) {
  boot = shown;
  ticked = new Set();
}

export const isTicked = change => ticked.has(change);

export function tick(change, on) {
  if (on) ticked.add(change);
  else ticked.delete(change);
}

export function bounds(changes, totalUs) {
  const costs = changes.reduce((sum, each) => sum + Math.min(0, each.leastUs), 0);
  const surest = Math.max(0, ...changes.map(each => each.leastUs));
  const most = changes.reduce((sum, each) => sum + Math.max(0, each.mostUs), 0);
  return { leastUs: surest + costs, mostUs: Math.min(totalUs, most) };
}

/* Words for the heading, and the command that simulates it, where every change can be. */
export function told() {
  const changes = [...ticked];
  if (changes.length === 0 || !boot.ledger) return { text: '', command: null };
  const total = boot.ledger.toUs - boot.ledger.fromUs;
  const { leastUs, mostUs } = bounds(changes, total);
  const about = changes.some(each => each.doubtful) ? '~' : '';
  const barriers = [...new Set(changes.map(each => each.barrier).filter(each => each))];
  return {
    text: Format.duration(total) + ' → ' + about + Format.duration(total - mostUs) + ' to ' + Format.duration(total - leastUs)
      + (barriers.length ? ', unless ' + barriers.join(' or ') + ' then waits' : '') + ' ',
    command: changes.every(each => SETTINGS[each.action])
      ? Shell.command('bootledger', 'simulate', '--like', Shell.file(boot.source), ...changes.flatMap(each => ['--set', SETTINGS[each.action](each)])) : null,
  };
}
