/* What the timeline draws: everything that has a place in time, arranged in lanes and rows that do not overlap. */
import { group, max } from 'd3-array';

const MOST_ROWS = 10;
const MOST_TASKS = 8;

export function of(boot) {
  const end = boot.milestones.lastUs ?? max(boot.initcalls, call => call.endUs ?? call.startUs) ?? 0;
  return [
    ...boot.initcalls.map(call => span('initcall', call, call.function, end)),
    ...boot.probes.map(probe => span('probe', probe, probe.device, end)),
    ...boot.asyncCalls.map(call => span('async', call, call.function, end)),
    ...path(boot),
  ].filter(each => each !== null);
}

/* Who ran from power-on to login, where a clock tells it of more than the kernel. */
export function stages(boot) {
  const timed = boot.stages.filter(stage => stage.startUs !== null && stage.endUs !== null && stage.endUs >= stage.startUs);
  return timed.some(stage => stage.name !== 'kernel') ? timed : [];
}

function span(kind, record, name, logEnd) {
  const open = record.outcome === 'unfinished' || (kind === 'async' && record.endUs === null);
  const duration = record.durationUs ?? 0;
  const start = record.startUs ?? (record.endUs === null ? null : record.endUs - duration);
  if (start === null) return null;
  const end = open ? Math.max(start, logEnd) : Math.max(start, record.endUs ?? start + duration);
  record.span = { kind, record, name, start, end, open };
  return record.span;
}

/* The critical path in the order of the boot: the boot thread above, whom it waited for below. */
function path(boot) {
  const calls = new Map(boot.initcalls.map(call => [call.line, call]));
  return [...boot.path].reverse().map(entry => {
    const call = calls.get(entry.line);
    entry.level = call && call.function === entry.owner ? call.level : null;
    entry.durationUs = entry.endUs - entry.startUs;
    return { ...span('path', entry, entry.owner, entry.endUs), row: entry.does === 'wait' ? 1 : 0 };
  });
}

const isBootThread = span => span.record.module === null && !(span.record.pid > 1);

/* Lanes from top to bottom: the boot thread, its probes, async work, then each task that loads modules. */
export function lanes(spans) {
  const of = wanted => spans.filter(wanted);
  const modules = of(span => span.kind === 'initcall' && !isBootThread(span));
  return [
    lane('boot thread', of(span => span.kind === 'initcall' && isBootThread(span)), 22, 1),
    lane('probes', of(span => span.kind === 'probe'), 14),
    stepped('critical path', of(span => span.kind === 'path'), 14),
    lane('async', of(span => span.kind === 'async'), 14),
    ...taskLanes(modules),
  ].filter(each => each.spans.length > 0);
}

function taskLanes(modules) {
  const tasks = group(modules, span => span.record.pid);
  if (tasks.size > MOST_TASKS) return [lane('modules, ' + tasks.size + ' tasks', modules, 12, 6)];
  return [...tasks].map(([pid, spans]) => lane(pid === null ? 'modules' : 'pid ' + pid, spans, 14));
}

/* Rows are given; whoever stands in them follows on the one before. */
const stepped = (name, spans, height) => ({ name, spans, height, rows: 1 + (max(spans, each => each.row) ?? 0), follows: true });

/* The boot thread has one row: what overlaps there is a stamp that stepped back. */
function lane(name, spans, height, mostRows = MOST_ROWS) {
  const ends = [];
  const byStart = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const each of byStart) {
    let row = ends.findIndex(end => end <= each.start);
    if (row < 0) row = Math.min(ends.length, mostRows - 1);
    ends[row] = Math.max(ends[row] ?? 0, each.end);
    each.row = row;
  }
  return { name, spans: byStart, height, rows: ends.length };
}
