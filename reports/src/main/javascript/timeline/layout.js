/* Where the timeline's lanes, bands and rows stand, from top to bottom, in pixels. */
import * as Spans from './spans.js';

const AXIS = 24;
const BAND = 18;
const MARKS = 28;
const LANE_GAP = 7;
const ROW_GAP = 2;
const REACH = 3;

export function of(boot) {
  const hasLevels = boot.levels.filter(level => level.startUs !== null && level.level !== 'module').length > 1;
  const names = [...Spans.stages(boot).length > 0 ? ['stages'] : [], 'phases', ...hasLevels ? ['levels'] : []];
  const bands = names.map((name, i) => ({ name, y: AXIS + i * (BAND + 2), height: BAND }));
  const marksY = AXIS + bands.length * (BAND + 2);
  let y = marksY + MARKS + LANE_GAP;
  const lanes = Spans.lanes(boot.spans).map(lane => {
    const placed = { ...lane, y };
    y += lane.rows * (lane.height + ROW_GAP) + LANE_GAP;
    return placed;
  });
  return { axis: AXIS, bands, marksY, marksHeight: MARKS, lanes, height: Math.max(y + 4, 150) };
}

export const top = (lane, span) => lane.y + span.row * (lane.height + ROW_GAP);

/* The span under the pointer; of several within reach, the nearest. */
export function spanAt(layout, scale, x, y) {
  const lane = layout.lanes.find(each => y >= each.y && y < each.y + each.rows * (each.height + ROW_GAP));
  if (!lane) return null;
  const row = Math.floor((y - lane.y) / (lane.height + ROW_GAP));
  let best = null;
  let bestAway = REACH;
  for (const span of lane.spans) {
    if (span.row !== row) continue;
    const away = Math.max(scale(span.start) - x, x - Math.max(scale(span.end), scale(span.start) + 1), 0);
    if (away <= bestAway) { best = span; bestAway = away; }
  }
  return best;
}
