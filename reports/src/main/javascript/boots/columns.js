/* The tables, column by column: heading, what stands in a cell, and what it is sorted by. */
import * as Colours from '../page/colours.js';
import { el } from '../page/dom.js';
import * as Drawing from '../timeline/drawing.js';
import * as Facts from './facts.js';
import * as Format from '../page/format.js';

const text = (key, name, more) => ({ name, value: row => row[key], ...more });
const number = (key, name, more) => ({ name, value: row => row[key], show: row => Format.count(row[key]), numeric: true, ...more });
const stamp = (key, name) => ({ name, value: row => row[key], show: row => Format.stamp(row[key]), numeric: true });
const mono = (key, name) => text(key, name, { kind: 'mono' });
const line = number('line', 'line', { kind: 'quiet' });

/* A tilde before a time says that it is told by clocks in doubt. */
const doubted = (row, shown) => Facts.isDoubtful(row) ? '~' + shown : shown;

/* So does one before a time that the host's clock tells. */
const off = (row, shown) => row.clock === 'host' ? '~' + shown : shown;

const duration = {
  name: 'duration µs', numeric: true, kind: 'duration',
  value: row => row.durationUs,
  show: (row, most) => [
    el('i', { style: { width: (most ? 100 * (row.durationUs ?? 0) / most : 0) + '%' } }),
    el('span', { title: Format.duration(row.durationUs) + (row.durationEvidence ? ', from ' + row.durationEvidence : '') + (row.doubt ? '; in doubt: ' + row.doubt : '') }, doubted(row, Format.count(row.durationUs))),
  ],
};

const self = { ...number('selfUs', 'self µs'), show: row => doubted(row, Format.count(row.selfUs)) };
const booked = { ...duration, name: 'µs', value: row => row.us, show: (row, most) => duration.show({ durationUs: row.us, doubtfulUs: row.doubtfulUs }, most) };
const kind = { name: 'account', value: row => row.account, show: row => row.account.replace(/_/g, ' ') };

const outcome = {
  name: 'outcome', value: row => row.outcome,
  show: row => sign(row.outcome, Colours.outcome(row.outcome), Drawing.SIGNS[row.outcome] || (row.outcome === 'ok' ? '✓' : '·')),
};

const level = {
  name: 'level',
  value: row => row.level === null ? 99 : Colours.levelNames().indexOf(row.level),
  show: row => row.level === null ? el('span', { class: 'quiet' }, 'unknown') : 
    sign(row.level + (row.levelCertain === false ? ' ?' : ''), Colours.level(row.level), '■', row.levelEvidence && Facts.levelOf(row)),
};

const returned = { name: 'return', value: row => row.returnValue, show: row => Facts.returned(row) ?? Format.UNKNOWN, kind: 'code' };

const sign = (name, colour, mark, title) => [el('span', { class: 'sign', style: { color: colour }, 'aria-hidden': 'true' }, mark), el('span', { title }, name)];

const name = key => ({
  name: key, value: row => row[key], kind: 'mono name',
  show: row => [row[key], row.module ? el('span', { class: 'quiet' }, ' [' + row.module + ']') : null],
});

const span = { name: 'duration µs', numeric: true, value: row => row.endUs === null ? null : row.endUs - row.startUs,
  show: row => row.endUs === null ? Format.UNKNOWN : doubted(row, Format.count(row.endUs - row.startUs)) };

const severity = { name: 'severity', value: row => ['fatal', 'error', 'real', 'warning', 'suspicious', 'absent', 'info'].indexOf(row.severity),
  show: row => el('span', { class: 'severity ' + row.severity }, row.severity) };

const attempt = { name: 'attempt', numeric: true, value: row => row.attempts, show: row => row.attempts > 1 ? row.attempt + ' of ' + row.attempts : '' };

const finding = { name: 'what was found', value: row => row.title, kind: 'advised',
  show: row => [el('b', {}, row.title), el('div', { class: 'quiet' }, row.explanation)] };

const shownAt = { name: 'lines', value: row => row.lines[0], numeric: true, kind: 'quiet',
  show: row => row.lines.length ? Format.count(row.lines[0]) + (row.lines.length > 1 ? ' +' + (row.lines.length - 1) : '') : Format.UNKNOWN };

export const TABLES = {
  initcalls: { title: 'Initcalls', kind: 'initcall', columns: [number('ordinal', '#', { kind: 'quiet' }), name('function'), level, number('pid', 'pid'), stamp('startUs', 'start s'), duration,
    self, number('reportedUs', 'reported'), returned, outcome, text('owner', 'owner', { kind: 'quiet' }), line] },
  probes: { title: 'Probes', kind: 'probe', columns: [mono('device', 'device'), mono('driver', 'driver'), mono('inside', 'inside'), stamp('startUs', 'start s'), duration, self, attempt, returned, outcome, line] },
  path: { title: 'Critical path', kind: 'path', columns: [stamp('startUs', 'from s'), duration, text('does', 'boot thread', { kind: 'quiet', show: row => row.does === 'wait' ? 'waited for' : row.does === 'ran' ? 'ran' : 'ran or waited' }), mono('owner', 'owner'), text('evidence', 'evidence'), line] },
  waits: { title: 'Waits', amount: 'mostUs', columns: [mono('where', 'in'), number('tookUs', 'took µs'), text('words', 'what it waited for', { kind: 'wide' }), number('leastUs', 'least µs'), number('mostUs', 'most µs'), mono('by', 'until'), text('evidence', 'evidence'), mono('rule', 'rule'), line] },
  accounts: { title: 'Ledger', amount: 'us', columns: [kind, name('name'), level, text('evidence', 'evidence', { kind: 'quiet' }), booked] },
  subsystems: { title: 'Subsystems', amount: 'us', columns: [mono('name', 'subsystem'), booked] },
  owners: { title: 'Owners', amount: 'us', columns: [text('name', 'MAINTAINERS section'), booked, text('people', 'people', { kind: 'wide' })] },
  deferrals: { title: 'Deferrals', columns: [mono('device', 'device'), number('attempts', 'put off'), number('wastedUs', 'wasted µs'), number('waitedUs', 'waited µs'), stamp('boundUs', 'bound at s'), text('waitedFor', 'waited for', { kind: 'wide' })] },
  failures: { title: 'Failures', columns: [severity, text('kind', 'what'), name('name'), returned, text('explanation', 'explanation', { kind: 'wide' }), line] },
  advice: { title: 'Advice', columns: [text('kind', 'improves', { show: row => 'the ' + row.kind }), finding, text('solution', 'what to do', { kind: 'advised' }), number('gainUs', 'saves ≤ µs', { show: row => doubted(row, Format.count(row.gainUs)) }), shownAt] },
  phases: { title: 'Phases', columns: [text('title', 'phase'), stamp('startUs', 'start s'), stamp('endUs', 'end s'), span, text('note', 'note', { kind: 'wide' })] },
  stages: { title: 'Power-on to login', columns: [text('name', 'who ran'), { ...stamp('startUs', 'start s'), show: row => off(row, Format.stamp(row.startUs)) }, span, number('stampsUs', 'by its own clock µs'), text('clock', 'clock', { kind: 'quiet' }), number('uncertaintyUs', '± µs'),
    text('evidence', 'told by', { kind: 'wide' }), text('lines', 'lines', { kind: 'quiet' })] },
  units: { title: 'Units', columns: [mono('name', 'unit of systemd'), stamp('startUs', 'start s'), number('activeUs', 'active at µs'), duration, mono('after', 'starts behind'), mono('requires', 'requires')] },
  levels: { title: 'Levels', columns: [level, number('count', 'initcalls'), duration, stamp('startUs', 'first starts s'), stamp('endUs', 'last ends s')] },
  asyncCalls: { title: 'Async', kind: 'async', columns: [mono('function', 'function'), number('cookie', 'cookie'), number('pid', 'pid'), stamp('startUs', 'start s'), duration, line] },
  blacklisted: { title: 'Blacklisted', columns: [mono('function', 'function'), stamp('timeUs', 'at s'), line] },
  diagnostics: { title: 'About this log', columns: [severity, mono('code', 'code'), text('text', 'what to know', { kind: 'wide' }), line] },
};
