/* What the page shows, and what is said of a build. */
import * as Data from '../page/data.js';
import * as Format from '../page/format.js';

export const data = Data.read();
for (const curve of data.curves) for (const change of curve.changes) change.words = change.words.replace(' -> ', ' → ');
for (const build of data.builds) build.boots = build.boots.map(([id, log, totalUs, leftOut]) => ({ id, log, totalUs, leftOut }));

export const signed = us => (us > 0 ? '+' : '') + Format.duration(us);

/* From the fastest to the slowest boot; of one boot there is no range. */
export function range(curve, at) {
  const [low, high] = [curve.lowUs[at], curve.highUs[at]];
  return Format.known(low) && low !== high ? Format.duration(low) + ' to ' + Format.duration(high) : null;
}

export const boots = ({ used, leftOut }) => Format.plural(used, 'boot') + (leftOut ? ' (' + Format.count(leftOut) + ' more could not be used)' : '');

export const changeAt = (curve, at) => curve.changes.find(change => change.at === at);

/* All of a build in one line, for those who hear it. */
export function spoken(curve, at) {
  const build = data.builds[at];
  const us = curve.us[at];
  const change = changeAt(curve, at);
  return [build.name + ': ' + (Format.known(us) ? Format.duration(us) : 'unknown'), 'median of ' + boots(build), range(curve, at),
    change ? 'changed here, ' + change.words : null].filter(each => each).join(', ');
}
