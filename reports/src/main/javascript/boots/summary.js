/* What was booted and how completely its log was read, folded into one line. */
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';

export function show({ boot }) {
  const { kernel, reading } = boot;
  document.title = (kernel.release ?? boot.source) + ' · Bootledger';
  fill('what', [kernel.release ? 'Linux ' + kernel.release : 'unknown kernel', kernel.machine, boot.source, completeness(boot)].filter(each => each).join(' · '));
  fill('facts', facts(boot).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  byId('about').classList.toggle('careful', reading.headLost || reading.malformed > 0);
}

function facts(boot) {
  const { kernel, reading } = boot;
  return [
    ['kernel', kernel.release ?? 'unknown: the log has no banner'],
    ['machine', kernel.machine ?? 'not named'],
    ['command line', kernel.commandLine ?? 'not in this log'],
    ['log', boot.source + (reading.firstLine > 1 ? ', from line ' + Format.count(reading.firstLine) : '') + ', ' + reading.format],
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
  return (missing.length ? missing.join('; ') : 'complete')
    + (warnings ? ', ' + Format.plural(warnings, 'warning') : '');
}
