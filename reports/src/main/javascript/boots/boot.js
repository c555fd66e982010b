/* The embedded facts: rows of columns become records, deltas become numbers. */
import { rollup } from 'd3-array';
import * as Spans from '../timeline/spans.js';

const records = table => table.rows.map((row, index) => {
  const record = { index };
  table.columns.forEach((name, i) => { record[name] = row[i]; });
  return record;
});

function lines(packed) {
  let number = 0;
  let time = 0;
  return packed.text.map((text, i) => {
    number += packed.number[i];
    if (packed.time[i] !== null) time += packed.time[i];
    return { number, time: packed.time[i] === null ? null : time, text, cut: packed.cut[i] || 0 };
  });
}

const TABLES = ['bill', 'whatIfs', 'phases', 'stages', 'units', 'levels', 'initcalls', 'blacklisted', 'probes', 'asyncCalls', 'path', 'waits', 'accounts', 'subsystems', 'owners', 'deferrals', 'failures', 'advice', 'diagnostics'];

export function of(data) {
  const boot = { ...data };
  for (const name of TABLES) boot[name] = records(data[name]);
  nest(boot);
  for (const wait of boot.waits) {
    const call = wait.probe !== null ? boot.probes[wait.probe] : boot.initcalls[wait.initcall];
    wait.call = call ?? null;
    if (call) (call.waits ??= []).push(wait);
  }
  if (boot.doubts) doubt(boot);
  boot.lines = lines(data.lines);
  boot.lineIndex = new Map(boot.lines.map((line, i) => [line.number, i]));
  boot.spans = Spans.of(boot);
  boot.waits.forEach((wait, i) => end(boot, wait, boot.waitEnds[i]));
  countAttempts(boot.probes);
  return boot;
}

/* When a wait was over: when the call that ended it did, or at a line of the log behind the call's own first one. */
function end(boot, wait, ended) {
  const { call } = wait;
  if (ended) {
    wait.endedBy = boot[ended[0]][ended[1]];
    wait.endedUs = ended[2];
  } else if (call && wait.line !== call.line && wait.line !== call.endLine) {
    const us = boot.lines[boot.lineIndex.get(wait.line)]?.time ?? null;
    if (us !== null && us > call.startUs && us <= call.endUs) wait.endedUs = us;
  }
}

/* What ran inside what, and how long each took by itself. */
function nest(boot) {
  const origins = records(boot.initcallOrigins);
  boot.initcalls.forEach((call, i) => {
    const { file, kconfig, owner } = origins[i];
    Object.assign(call, { file, kconfig, owner, selfUs: boot.initcallSelfUs[i] ?? null });
  });
  boot.probes.forEach((probe, i) => {
    const parent = boot.probeParents[i];
    const outer = parent && (parent.kind === 'INITCALL' ? boot.initcalls : boot.probes)[parent.index];
    probe.selfUs = boot.probeSelfUs[i] ?? null;
    probe.outer = outer ?? null;
    probe.inside = outer ? (outer.function ?? outer.device) + (boot.probeInsideCertain[i] ? '' : ' ?') : null;
  });
  for (const probe of boot.probes) probe.level = levelOf(probe.outer);
  const lines = rollup([...boot.initcalls, ...boot.probes], same => same.flatMap(each => [each.line, each.endLine]), each => each.function ?? each.device);
  for (const account of boot.accounts) account.lines = account.account === 'initcall' || account.account === 'probe' ? lines.get(account.name) : [];
}

/* A probe inside a probe is of the level of the initcall around both. */
const levelOf = outer => !outer ? null : outer.device === undefined ? outer.level : levelOf(outer.outer);

/* Which of these times are told by clocks in doubt. */
function doubt(boot) {
  for (const name of ['initcalls', 'probes']) boot[name].forEach((row, i) => { row.doubt = boot.doubts[name][i] ?? null; });
  for (const name of ['phases', 'levels']) boot[name].forEach((row, i) => { row.doubtfulUs = boot.doubts[name][i]; });
}

/* A deferred device is probed again: which attempt is this, of how many. */
function countAttempts(probes) {
  const byDevice = new Map();
  for (const probe of probes) {
    const attempts = byDevice.get(probe.device) || [];
    attempts.push(probe);
    byDevice.set(probe.device, attempts);
  }
  for (const attempts of byDevice.values()) {
    attempts.forEach((probe, i) => { probe.attempt = i + 1; probe.attempts = attempts.length; });
  }
}
