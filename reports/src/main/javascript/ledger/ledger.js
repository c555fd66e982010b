/* The accounts of the ledger as a tree: the total, the stretches of the boot in their order, the sorts of time in each, the accounts. */
import { group } from 'd3-array';
import * as Colours from '../page/colours.js';

const SELVES = { initcall: 'initcalls', probe: 'probes', gap: 'between initcalls', level_change: 'between levels' };
const TITLES = {
  before_initcalls: 'before the first initcall', async_wait: 'after the initcalls', root_mount: 'mounting root',
  free_init_memory: 'freeing init memory', write_protect: 'write protection', until_init: 'until init runs', unknown: 'unknown',
};
const PHASES = { root_mount: 'until_init' };

export function tree(boot) {
  const stretches = group(boot.accounts, stretchOf);
  const order = [...Colours.levelNames(), 'no level'];
  const rank = name => name === TITLES.before_initcalls ? -1 : order.includes(name) ? order.indexOf(name) : 100 + Object.values(TITLES).indexOf(name);
  return node('boot', 'until ' + boot.ledger.words, [...stretches].sort(([a], [b]) => rank(a) - rank(b)).map(([name, accounts]) =>
    node('boot/' + name, name, sorts(name, accounts), SELVES[accounts[0].account] ? { level: accounts[0].level } : { phase: accounts[0].account })));
}

const stretchOf = account => SELVES[account.account] ? account.level ?? 'no level' : TITLES[account.account] ?? account.account;

/* In a level its sorts of time, in each the largest account first; elsewhere the accounts themselves. */
function sorts(name, accounts) {
  if (!SELVES[accounts[0].account]) return leaves('boot/' + name, accounts);
  return [...group(accounts, each => each.account)].map(([kind, each]) =>
    node('boot/' + name + '/' + kind, SELVES[kind] ?? kind, leaves('boot/' + name + '/' + kind, each), { kind, level: each[0].level }));
}

const leaves = (path, accounts) => [...accounts].sort((a, b) => b.us - a.us).map(account =>
  ({ path: path + '/' + account.index, name: account.name, us: account.us, kind: account.account, level: account.level, account }));

const node = (path, name, children, more) => ({ path, name, children, ...more });

export function colour({ kind, phase, level, path }) {
  const sort = kind ?? phase;
  if (path === 'boot') return Colours.css('mark');
  if (!sort && !level) return Colours.outcome('unknown');
  if (sort === 'gap' || sort === 'level_change') return Colours.outcome('unknown');
  if (level) return Colours.level(level);
  return Colours.phase(PHASES[sort] ?? sort);
}
