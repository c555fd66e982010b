/* Where a curve's builds and durations stand. */
import { max, min, ticks } from 'd3-array';
import * as Format from '../page/format.js';

/* Noise is not blown up beyond this share of the largest value. */
const LEAST_SPAN = 0.1;
const ROOM_ABOVE = 0.3;
const ROOM_BELOW = 0.08;

/* From and to, in microseconds: all builds that are not beyond the edge, with their ranges as far as these are not. */
export function domain({ us, lowUs, highUs, edgeUs }) {
  const known = [...us, ...lowUs, ...highUs].filter(value => Format.known(value) && value <= edgeUs);
  const [least, most] = [min(known) ?? 0, max(known) ?? 1];
  const span = Math.max(most - least, LEAST_SPAN * most, 1);
  const middle = (least + most) / 2;
  return [Math.max(0, middle - span * (0.5 + ROOM_BELOW)), middle + span * (0.5 + ROOM_ABOVE)];
}

/* A function from microseconds to pixels, the largest on top. */
export function upwards([from, to], bottom, top) {
  return us => bottom - (us - from) / (to - from) * (bottom - top);
}

/* Round numbers with their words, all in the unit of the largest and with as many digits. */
export function marks([from, to], count) {
  const [unit, word] = to >= 1e6 ? [1e6, ' s'] : to >= 1000 ? [1000, ' ms'] : [1, ' µs'];
  const values = ticks(from / unit, to / unit, count);
  const step = values.length > 1 ? values[1] - values[0] : 1;
  const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
  return values.map(value => ({ us: value * unit, text: value.toFixed(digits) + word }));
}

/* Every how many builds a name fits. */
export const nameStep = (builds, width, each) => Math.max(1, Math.ceil(builds * each / width));
