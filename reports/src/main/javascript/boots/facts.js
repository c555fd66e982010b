/* All facts of one span, for the tooltip and for the pane beside the tables. */
import * as Format from '../page/format.js';

export const TITLES = { initcall: 'initcall', probe: 'probe', async: 'async call', path: 'critical path' };

const DOES = { ran: 'was in its code', wait: 'waited for it', unknown: 'was in its code or waited' };

export function of({ kind, record, start, end, open }) {
  return [
    ['level', kind === 'initcall' ? levelOf(record) : null],
    ['module', record.module],
    ['driver', record.driver],
    ['pid', record.pid],
    ['the boot thread', DOES[record.does]],
    ['evidence', record.does ? record.evidence : null],
    ['attempt', record.attempts > 1 ? record.attempt + ' of ' + record.attempts : null],
    ['starts', Format.stamp(start) + ' s'],
    ['ends', open ? 'not in this log' : Format.stamp(end) + ' s'],
    ['takes', open ? 'at least ' + Format.exact(end - start) : durationOf(record)],
    ['in doubt', record.doubt ?? null],
    ['by itself', Format.known(record.selfUs) && record.selfUs !== record.durationUs ? Format.duration(record.selfUs) + ' = ' + Format.exact(record.selfUs) : null],
    ['waits', record.waits ? record.waits.map(wait => wait.words).join('; ') : null],
    ['what may have ended it', record.waits ? record.waits.filter(wait => Format.known(wait.endedUs)).map(wait => Format.stamp(wait.endedUs) + ' s, ' + wait.by).join('; ') : null],
    ['inside', record.inside],
    ['kernel says', Format.known(record.reportedUs) ? Format.count(record.reportedUs) + ' usecs' : null],
    ['returns', returned(record)],
    ['outcome', record.outcome],
    ['file', record.file],
    ['built by', record.kconfig === 'y' ? 'always' : record.kconfig],
    ['owner', record.owner],
    ['repaired', record.misbehaved],
    ['lines', linesOf(record).map(line => Format.count(line)).join(', ')],
  ].filter(([, value]) => Format.known(value) && value !== '');
}

export const levelOf = record => record.level === null ? 'unknown'
  : record.level + (record.levelEvidence ? ' (' + record.levelEvidence + (record.levelCertain ? ')' : ', likely)') : '');

function durationOf(record) {
  if (!Format.known(record.durationUs)) return null;
  const clock = record.durationEvidence ? ' (' + record.durationEvidence + ')' : '';
  return Format.duration(record.durationUs) + ' = ' + Format.exact(record.durationUs) + clock;
}

export function returned(record) {
  if (!Format.known(record.returnValue)) return null;
  return record.returnValue + (record.errno ? ' ' + record.errno : '');
}

export const isDoubtful = row => Boolean(row.doubt || row.doubtful || row.doubtfulUs > 0);

export const linesOf = record => [...new Set([record.line, record.endLine])].filter(Format.known);
