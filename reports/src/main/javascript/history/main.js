/* Shows what is embedded. */
import * as Builds from './builds.js';
import * as Chosen from './chosen.js';
import * as Curves from './curves.js';
import { byId } from '../page/dom.js';
import * as Drawer from './drawer.js';
import * as Lead from './lead.js';

byId('page').hidden = false;
for (const part of [Lead, Curves, Builds]) part.show();
Curves.wire();
Drawer.wire();
Chosen.wire();

new ResizeObserver(Curves.draw).observe(byId('curves'));
window.matchMedia('print').addEventListener('change', Curves.draw);
