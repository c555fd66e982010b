/* What ticked changes gain together. Gains do not add up, so together they gain at least what the surest does, at most the sum. */
import * as Format from '../page/format.js';
import * as Shell from '../page/shell.js';
import * as State from './state.js';

/* The change as simulate --set has it. */
const SETTINGS = {
  faster: change => 'initcall.' + change.target + '.faster=100%',
  asynchronous: change => 'device.' + change.target + '.async',
  initramfs: () => 'initramfs.faster=50%',
  no_self_tests: () => 'cmdline=cryptomgr.notests=1',
  unpack_at_once: () => 'cmdline=initramfs_async=0',
};

export const isTicked = change => State.state.ticks.includes(change.index);

export function tick(change, on) {
  const others = State.state.ticks.filter(each => each !== change.index);
  State.set('ticks', { ticks: on ? [...others, change.index] : others });
}

export function bounds(changes, totalUs) {
  const costs = changes.reduce((sum, each) => sum + Math.min(0, each.leastUs), 0);
  const surest = Math.max(0, ...changes.map(each => each.leastUs));
  const most = changes.reduce((sum, each) => sum + Math.max(0, each.mostUs), 0);
  return { leastUs: surest + costs, mostUs: Math.min(totalUs, most) };
}

/* The bounds, what they depend on, and the command that simulates it, where every change can be. */
export function told(boot) {
  const changes = State.state.ticks.map(each => boot.whatIfs[each]);
  if (changes.length === 0 || !boot.ledger) return { text: '', condition: '', command: null };
  const total = boot.ledger.toUs - boot.ledger.fromUs;
  const { leastUs, mostUs } = bounds(changes, total);
  const about = changes.some(each => each.doubtful) ? '~' : '';
  const barriers = [...new Set(changes.map(each => each.barrier).filter(each => each))];
  return {
    text: Format.duration(total) + ' → ' + about + Format.duration(total - mostUs) + ' to ' + Format.duration(total - leastUs),
    condition: barriers.length ? 'unless ' + barriers.join(' or ') + ' then waits ' : '',
    command: changes.every(each => SETTINGS[each.action])
      ? Shell.command('bootledger', 'simulate', '--like', Shell.file(boot.source), ...changes.flatMap(each => ['--set', SETTINGS[each.action](each)])) : null,
  };
}
