/* Shows what is embedded. */
import * as Changes from './changes.js';
import * as Colours from '../page/colours.js';
import { byId } from '../page/dom.js';
import * as Filters from './filters.js';
import * as Judgement from './verdict.js';
import * as Lead from './lead.js';
import * as Page from './facts.js';
import * as Sides from './sides.js';
import * as Steps from './waterfall.js';

function draw() {
  Steps.show(Page.data);
  Sides.show(Page.data);
}

Colours.use(Page.data.palette);
byId('page').hidden = false;
for (const part of [Judgement, Lead, Changes]) part.show(Page.data);
draw();
Filters.wire();
let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  draw();
});
