/* The first screen: how long, what took longest, what went wrong, and what the log can tell. */
import { sum } from 'd3-array';
import * as Colours from '../page/colours.js';
import { el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Selection from './selection.js';
import * as Timeline from '../timeline/timeline.js';

export function show({ boot }) {
  document.title = (boot.kernel.release ?? boot.source) + ' · Bootledger';
  const total = totalOf(boot);
  fill('headline', total.us === null ? null : el('p', { class: 'total' }, Format.duration(total.us)), el('p', { class: 'what' }, total.what));
  fill('culprit', culprit(boot, total.us));
  fill('figures', figures(boot).map(([value, what, tone]) =>
    el('div', { class: 'figure ' + (tone || '') }, el('b', {}, value), el('span', {}, what))));
  fill('slowest', slowest(boot)).parentElement.hidden = byDuration(boot).length === 0;
  fill('facts', facts(boot).flatMap(([name, value, title]) => [el('dt', {}, name), el('dd', { title }, value)]));
  phaseStrip(boot);
}

function totalOf({ milestones: at, span }) {
  if (!span) return { us: null, what: (at.init ? at.init + ' runs; there are' : 'There are') + ' no time stamps in this log: boot with printk.time=1.' };
  const us = span.toUs - span.fromUs;
  const init = at.init ?? 'init';
  if (span.handover === 'init_started') return { us, what: 'from the first record to ' + init };
  if (span.handover) return { us, what: 'from the first record to the end of freeing init memory: no line says when ' + init + ' runs' };
  return { us, what: 'from the first record to where the kernel part of this log ends; ' + (at.init ? 'when ' + init + ' ran is not in it' : 'there is no sign of init') };
}

function culprit(boot, total) {
  const { panic, handover } = boot.milestones;
  const open = boot.initcalls.filter(call => call.outcome === 'unfinished');
  if (open.length > 0 && handover === null) return alarm(open[open.length - 1], ' never returned' + (panic ? '; kernel panic: ' + panic : ''));
  if (panic) return el('p', { class: 'bad' }, 'Kernel panic: ' + panic);
  const worst = byDuration(boot).find(call => isOnTheWay(boot, call)) ?? byDuration(boot)[0];
  if (!worst) return el('p', {}, boot.initcalls.length ? 'Durations are not recorded.' : 'No initcalls recorded: boot with initcall_debug.');
  return el('p', {}, 'Slowest: ', link(worst), ', ' + Format.duration(worst.durationUs)
    + (total && isOnTheWay(boot, worst) ? ', ' + Format.share(worst.durationUs, total) + ' of it' : ''));
}

/* Modules that user space loads later are not what init waited for. */
const isOnTheWay = ({ span }, call) => !span || !span.handover || (call.startUs ?? call.endUs ?? 0) < span.toUs;

const alarm = (call, text) => el('p', { class: 'bad' }, link(call), text);
const link = call => el('button', { class: 'name', on: { click: () => Selection.choose('initcall', call) } }, call.function);
const byDuration = boot => boot.initcalls.filter(call => call.durationUs > 0).sort((a, b) => b.durationUs - a.durationUs);

function figures(boot) {
  const real = boot.failures.filter(failure => failure.severity === 'fatal' || failure.severity === 'real').length;
  const absent = boot.failures.filter(failure => failure.severity === 'absent').length;
  const suspicious = boot.failures.filter(failure => failure.severity === 'suspicious').length;
  const later = boot.initcalls.filter(call => !isOnTheWay(boot, call));
  const deferred = boot.probes.filter(probe => probe.outcome === 'deferred');
  return [
    [Format.count(boot.initcalls.length), 'initcalls', ''],
    boot.span ? [Format.duration(took(boot.initcalls) - took(later)), 'inside initcalls', ''] : null,
    later.length ? [Format.count(later.length), 'of them after init', ''] : null,
    [Format.count(real), real === 1 ? 'failure' : 'failures', real ? 'bad' : 'good'],
    suspicious ? [Format.count(suspicious), 'suspicious', ''] : null,
    [Format.count(absent), 'hardware absent', ''],
    boot.probes.length ? [Format.count(boot.probes.length), 'probes', ''] : null,
    deferred.length ? [Format.count(deferred.length), 'deferrals, ' + Format.duration(took(deferred)), ''] : null,
  ].filter(each => each);
}

const took = records => sum(records, each => each.durationUs ?? 0);

function slowest(boot) {
  const calls = byDuration(boot);
  const way = calls.filter(call => isOnTheWay(boot, call));
  const later = calls.filter(call => !isOnTheWay(boot, call)).slice(0, way.length ? 2 : 8);
  const longest = Math.max(...[...way, ...later].map(call => call.durationUs));
  return [...way.slice(0, 8 - later.length), ...later].map(call => el('li', {},
    el('button', { on: { click: () => Selection.choose('initcall', call) }, title: Format.exact(call.durationUs) },
      el('i', { style: { width: 100 * call.durationUs / longest + '%', background: Colours.span({ kind: 'initcall', record: call }) } }),
      el('span', { class: 'name' }, call.function + (call.module ? ' [' + call.module + ']' : '')),
      isOnTheWay(boot, call) ? null : el('small', {}, 'after init'),
      el('b', {}, Format.duration(call.durationUs)))));
}

function facts(boot) {
  const { kernel, reading } = boot;
  return [
    ['kernel', kernel.release ?? 'unknown: the log has no banner'],
    ['machine', kernel.machine ?? 'not named'],
    ['command line', kernel.commandLine ?? 'not in this log'],
    ['log', boot.source + (reading.firstLine > 1 ? ', from line ' + Format.count(reading.firstLine) : '')],
    ['format', reading.format],
    ['lines', Format.count(reading.lines) + ' = ' + Format.count(reading.recognised) + ' recognised + '
      + Format.count(reading.irrelevant) + ' irrelevant + ' + Format.count(reading.malformed) + ' malformed'],
    ['complete', completeness(boot)],
  ];
}

function completeness({ reading, milestones, diagnostics }) {
  const missing = [
    reading.headLost ? 'its beginning is lost' : null,
    reading.initcallDebug === false ? 'booted without initcall_debug' : null,
    Format.known(milestones.handover) || Format.known(milestones.init) ? null : 'no sign of init',
    reading.malformed ? Format.plural(reading.malformed, 'line') + ' not understood' : null,
  ].filter(each => each);
  const warnings = diagnostics.filter(each => each.severity !== 'info').length;
  return (missing.length ? missing.join('; ') : 'from the first record to init')
    + (warnings ? ' (' + Format.plural(warnings, 'warning') + ' below)' : '');
}

function phaseStrip(boot) {
  const phases = boot.phases.filter(phase => phase.phase !== 'after_init' && phase.startUs !== null && phase.endUs > phase.startUs);
  const whole = sum(phases, phase => phase.endUs - phase.startUs);
  fill('strip', phases.map(phase => strip(phase, phase.endUs - phase.startUs, whole)));
}

function strip({ phase, title, startUs, endUs }, us, whole) {
  const colour = Colours.phase(phase);
  return el('button', {
    style: { 'flex-grow': us / whole * 1000, background: colour, color: Colours.ink(colour) },
    title: title + ': ' + Format.exact(us) + ', ' + Format.share(us, whole),
    'aria-label': title + ', ' + Format.duration(us),
    on: { click: () => Timeline.showRange(startUs, endUs) },
  }, us / whole > 0.13 ? el('span', {}, title) : null, us / whole > 0.05 ? el('b', {}, Format.duration(us)) : null);
}
