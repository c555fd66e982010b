/* What every boot of both sides took, as dots; what is no change, as a band around the median before. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { create } from 'd3-selection';
import * as Format from '../page/format.js';

const WIDTH = 300;
const HEIGHT = 38;
const RADIUS = 4;
const NAMES = 44;

export function of({ name, medianUs, marginUs, beforeUs, afterUs }) {
  if (beforeUs.length === 0 && afterUs.length === 0) return null;
  const reach = extent([...beforeUs, ...afterUs, medianUs - marginUs, medianUs + marginUs]);
  const x = scaleLinear(reach, [NAMES + 2 * RADIUS, WIDTH - 2 * RADIUS]);
  const svg = create('svg').attr('class', 'dots').attr('viewBox', `0 0 ${WIDTH} ${HEIGHT}`).attr('role', 'img').attr('aria-label', words(name, beforeUs, afterUs));
  svg.append('rect').attr('class', 'margin').attr('x', x(medianUs - marginUs)).attr('width', Math.max(1, x(medianUs + marginUs) - x(medianUs - marginUs))).attr('height', HEIGHT);
  side(svg, 'before', beforeUs, x, HEIGHT / 4);
  side(svg, 'after', afterUs, x, 3 * HEIGHT / 4);
  return svg.node();
}

function side(svg, name, boots, x, y) {
  svg.append('text').attr('class', 'quiet').attr('y', y).text(name);
  svg.append('g').attr('class', name).selectAll('circle').data(boots).join('circle').attr('cx', us => x(us)).attr('cy', y).attr('r', RADIUS)
    .append('title').text(us => name + ': ' + Format.exact(us));
}

const span = boots => boots.length === 0 ? Format.UNKNOWN : Format.exact(Math.min(...boots)) + ' to ' + Format.exact(Math.max(...boots));
const words = (name, beforeUs, afterUs) => Format.visible(name) + ': before ' + span(beforeUs) + ', after ' + span(afterUs);
