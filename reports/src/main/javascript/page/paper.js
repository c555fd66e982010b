/* On paper: charts are drawn anew for its width and in its colours, tables end after their first rows unless all were asked for. */
import { el } from './dom.js';

/* What A4 and Letter leave between their margins, about; the page's style fits a chart to what it is exactly. */
const WIDTH = 700;
const ROWS = 40;
const RATIO = 3;
const paper = window.matchMedia('print');
let printing = false;
/* All rows of the table were asked for. */
let whole = false;
window.addEventListener('beforeprint', () => { printing = true; });
window.addEventListener('afterprint', () => { printing = whole = false; });

const isMeant = () => printing || paper.matches;
export const widthOf = box => isMeant() ? WIDTH : box.clientWidth;
export const ratio = () => isMeant() ? RATIO : window.devicePixelRatio || 1;

/* Sheets are counted after the first of these, colours are the paper's after the second. */
export function on(redraw) {
  for (const when of ['beforeprint', 'afterprint']) window.addEventListener(when, () => redraw());
  paper.addEventListener('change', () => redraw());
}

/* How many rows of a table are drawn at once: paper is not scrolled. */
export const rows = screen => !isMeant() ? screen : whole ? Infinity : ROWS;
/* Whether a table ends after its first rows, so that the dearest had better be the first. */
export const isShort = () => isMeant() && !whole;

/* What a table's caption says on paper, and on the screen the way to all of its rows on paper. */
export const caption = (found, first) => found <= ROWS || (isMeant() && whole) ? null : isMeant() ? '; the ' + first + ' ' + ROWS
  : [' ', el('button', { class: 'plain', on: { click: () => { whole = true; window.print(); } } }, 'print all rows')];
