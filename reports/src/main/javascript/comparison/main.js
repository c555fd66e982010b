/* Shows what is embedded. */
import * as Changes from './changes.js';
import * as Chosen from './chosen.js';
import * as Colours from '../page/colours.js';
import { byId } from '../page/dom.js';
import * as Paper from '../page/paper.js';
import * as Filters from './filters.js';
import * as Verdict from './verdict.js';
import * as Lead from './lead.js';
import * as Facts from './facts.js';
import * as Sides from './sides.js';
import * as Waterfall from './waterfall.js';

function draw() {
  Waterfall.show(Facts.data);
  Sides.show(Facts.data);
}

Colours.use(Facts.data.palette);
byId('page').hidden = false;
for (const part of [Verdict, Lead, Changes]) part.show(Facts.data);
draw();
Filters.wire();
Chosen.wire();
Paper.on(draw);
let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  draw();
});
