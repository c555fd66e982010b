/* Which builds the curves show: all of them, or a stretch that the reader looks at more closely, the same in every curve. */
import { data } from './facts.js';

const LEAST = 8;
const listeners = [];
export const seen = { from: 0, to: data.builds.length };

export const on = listener => listeners.push(listener);
export const isWhole = () => seen.to - seen.from === data.builds.length;
export const mayZoomIn = () => seen.to - seen.from > LEAST;
export const mayZoom = () => data.builds.length > LEAST;
export const holds = at => at >= seen.from && at < seen.to;

function show(from, count) {
  const most = data.builds.length;
  const size = Math.min(most, Math.max(Math.min(LEAST, most), Math.round(count)));
  const first = Math.min(most - size, Math.max(0, Math.round(from)));
  if (first === seen.from && first + size === seen.to) return;
  Object.assign(seen, { from: first, to: first + size });
  listeners.forEach(listener => listener());
}

/* A build that is looked at stays where it is. */
export function zoom(factor, at) {
  const count = seen.to - seen.from;
  const around = holds(at) ? at : (seen.from + seen.to) / 2;
  const size = Math.min(data.builds.length, Math.max(LEAST, count * factor));
  show(around - (around - seen.from) * size / count, size);
}

export const all = () => show(0, data.builds.length);

/* The stretch follows whoever goes beyond it. */
export function follow(at) {
  if (at !== null && !holds(at)) show(at < seen.from ? at : at - (seen.to - seen.from) + 1, seen.to - seen.from);
}
