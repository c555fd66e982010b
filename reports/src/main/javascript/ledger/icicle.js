/* The ledger as an icicle: all of the boot thread's time on top, what it was spent on below, each as wide as it took. */
import { hierarchy, partition } from 'd3-hierarchy';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import * as Colours from '../page/colours.js';
import { el, fill, byId } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Ledger from './ledger.js';
import * as Paper from '../page/paper.js';
import * as Selection from '../boots/selection.js';
import * as Tooltip from '../page/tooltip.js';

const ROW = 24;
const DEEP = 3;
const svg = select('#icicle');
let root = null;
let focus = null;

export function show({ boot }) {
  byId('ledger').hidden = !boot.ledger;
  if (!boot.ledger) return;
  root = hierarchy(Ledger.tree(boot)).sum(node => node.us ?? 0);
  partition()(root);
  focus = root;
  const { fromUs, toUs, words, observer } = boot.ledger;
  fill('books', Format.exact(toUs - fromUs) + ' from the first record until ' + words + ', booked on '
    + Format.plural(boot.accounts.length, 'account') + '; the books balance.');
  fill('observer', observer ? observed(observer, toUs - fromUs) : null);
  draw();
}

/* What measuring cost is said with its uncertainty, and subtracted from nothing. */
function observed({ costUs, lowCostUs, highCostUs, console, explained }, total) {
  return 'About ' + Format.duration(costUs) + ' of it (' + Format.share(costUs, total) + '; half of the calls say '
    + Format.duration(lowCostUs) + ' to ' + Format.duration(highCostUs) + ') went into printing the log'
    + (console ? ' to ' + console : '') + (explained ? ', as the line’s speed explains' : '') + '.';
}

function draw() {
  if (!root || byId('ledger').hidden) return;
  const width = Paper.widthOf(byId('icicle').parentElement);
  const scale = scaleLinear().domain([focus.x0, focus.x1]).range([0, width]);
  const height = (DEEP + 1) * (ROW + 2);
  svg.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
  const visible = root.descendants().filter(node => node.x1 > focus.x0 && node.x0 < focus.x1 && scale(node.x1) - scale(node.x0) >= 0.4);
  svg.selectAll('g').data(visible, node => node.data.path).join(enter)
    .attr('transform', node => `translate(${Math.max(0, scale(node.x0))},${node.depth * (ROW + 2)})`)
    .each(function (node) { place(select(this), node, Math.min(width, scale(node.x1)) - Math.max(0, scale(node.x0))); });
}

function enter(entering) {
  const group = entering.append('g').attr('role', 'listitem')
    .on('click', (event, node) => choose(node))
    .on('pointermove', (event, node) => Tooltip.text(event, node.data.name, facts(node)))
    .on('pointerleave', Tooltip.hide);
  group.append('rect').attr('height', ROW);
  group.append('text').attr('y', ROW / 2).attr('x', 5).attr('dominant-baseline', 'central');
  return group;
}

function place(group, node, width) {
  const colour = Ledger.colour(node.data);
  const name = Format.visible(node.data.name) + (width > 150 ? '  ' + Format.duration(node.value) : '');
  const most = Math.floor((width - 9) / 6.6);
  group.select('rect').attr('width', Math.max(0.5, width - (width > 3 ? 1 : 0))).attr('fill', colour);
  group.select('text').attr('fill', Colours.ink(colour))
    .text(most < 3 ? '' : name.length <= most ? name : name.slice(0, most - 1) + '…');
}

const facts = node => [
  ['time', Format.duration(node.value) + ' = ' + Format.exact(node.value)],
  ['of the boot', Format.share(node.value, root.value)],
  node.data.kind ? ['account', node.data.kind.replace(/_/g, ' ')] : null,
  node.data.level ? ['level', node.data.level] : null,
].filter(each => each);

/* A group is entered, and left again by its own bar; an account opens its row. */
function choose(node) {
  if (node.data.account) Selection.choose('accounts', node.data.account);
  focus = node === focus && node.parent ? node.parent : node.children ? node : node.parent;
  draw();
}

Paper.on(draw);
new ResizeObserver(draw).observe(byId('icicle').parentElement);
