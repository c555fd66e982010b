/* What a boot had done by a moment: which lines it had printed, what ran, what had begun. */
import { bisectRight } from 'd3-array';

/* By when each line was there. A line without a stamp came with the one before; a stamp that steps back came no earlier. */
export function times(lines) {
  let last = -Infinity;
  return lines.map(({ time }) => { last = Math.max(last, time ?? last); return last; });
}

/* How many lines were there. */
export const printed = (known, us) => bisectRight(known, us);

/* Of the initcalls that begin before the end those that had begun and returned, and what ran, the innermost last; an initcall that never returned runs on. */
export function at(spans, us, end) {
  const calls = spans.filter(span => span.kind === 'initcall' && span.start <= end);
  const running = spans.filter(span => span.kind !== 'path' && span.start <= us && (span.open || span.end > us));
  return {
    begun: calls.filter(span => span.start <= us).length,
    returned: calls.filter(span => !span.open && span.end <= us).length,
    calls: calls.length,
    running: running.sort((a, b) => a.start - b.start || b.end - a.end),
  };
}
