/* The lines of the log that a row came from, with what stands around them, as they stood. */
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';

const CONTEXT = 12;
const MORE = 60;
const GAP = 40;
let windows = [];

/* A list of the lines, or why there is none. */
export function lines(boot, selected) {
  const wanted = linesOf(boot, selected).sort((a, b) => a - b);
  const found = wanted.filter(line => boot.lineIndex.has(line)).map(line => boot.lineIndex.get(line));
  windows = merge(found.map(index => [index - CONTEXT, index + CONTEXT]), boot.lines.length);
  return el('div', { id: 'lines-box' }, boxed(boot, selected, new Set(wanted)));
}

function boxed(boot, selected, wanted) {
  return [missing(boot, wanted),
    windows.length ? el('ol', { class: 'lines', tabindex: 0, 'aria-label': 'log lines' }, listed(boot, selected, wanted)) : null];
}

export function reveal() {
  const list = byId('log').querySelector('ol');
  const first = list?.querySelector('.wanted');
  if (first) list.scrollTop = first.offsetTop - list.offsetTop - 60;
}

function missing(boot, wanted) {
  const absent = [...wanted].filter(line => !boot.lineIndex.has(line));
  if (wanted.size === 0) return el('p', { class: 'quiet' }, 'This is not about one line of the log.');
  if (absent.length === 0) return null;
  return el('p', { class: 'quiet' }, 'Not in this page, which holds a part of the log: line ' + absent.map(Format.count).join(', ') + '.');
}

function listed(boot, selected, wanted) {
  const items = [];
  windows.forEach((window, i) => {
    const [from, to] = window;
    const above = i === 0 ? -1 : windows[i - 1][1];
    if (from > above + 1) items.push(more(boot, selected, wanted, window, -1));
    for (let index = from; index <= to; index++) {
      items.push(skipped(boot.lines[index - 1], boot.lines[index], index > from), item(boot.lines[index], wanted));
    }
    if (i === windows.length - 1 && to < boot.lines.length - 1) items.push(more(boot, selected, wanted, window, 1));
  });
  return items;
}

function item(line, wanted) {
  const isWanted = wanted.has(line.number);
  return el('li', { class: isWanted ? 'wanted' : null },
    el('span', { class: 'no' }, (isWanted ? '▶ ' : '') + line.number),
    el('code', {}, line.text.replace(/[\r\n]+$/, '') + (line.cut ? ' … (' + Format.plural(line.cut, 'byte') + ' more)' : '')));
}

function skipped(before, line, inside) {
  const lines = inside && before ? line.number - before.number - 1 : 0;
  return lines > 0 ? el('li', { class: 'skipped' }, Format.plural(lines, 'line') + ' not in this page') : null;
}

function more(boot, selected, wanted, window, direction) {
  return el('li', { class: 'more' }, el('button', { on: { click: () => {
    if (direction < 0) window[0] -= MORE; else window[1] += MORE;
    windows = merge(windows, boot.lines.length);
    fill('lines-box', boxed(boot, selected, wanted));
    reveal();
  } } }, direction < 0 ? '↑ earlier lines' : '↓ later lines'));
}

function merge(given, size) {
  const merged = [];
  for (const [from, to] of given.sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    const window = [Math.max(0, from), Math.min(size - 1, to)];
    if (last && window[0] <= last[1] + GAP) last[1] = Math.max(last[1], window[1]);
    else merged.push(window);
  }
  return merged;
}

/* A row without a line of its own (a phase, a level) opens where it starts and where it ends. */
function linesOf(boot, { record }) {
  const own = [record.line, record.endLine, ...(record.lines || []), ...(record.nearby || [])].filter(Format.known);
  if (own.length > 0) return [...new Set(own)];
  return [...new Set([lineAt(boot, record.startUs), lineAt(boot, record.endUs)].filter(Format.known))];
}

function lineAt({ lines }, us) {
  if (!Format.known(us)) return null;
  const exact = lines.find(line => line.time === us);
  return (exact ?? lines.find(line => line.time !== null && line.time >= us) ?? lines[lines.length - 1])?.number ?? null;
}
