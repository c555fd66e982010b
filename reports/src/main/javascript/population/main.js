/* Shows what is embedded: boots of a store beside each other. */
import * as Data from '../page/data.js';
import * as Colours from '../page/colours.js';
import { byId, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as State from '../boots/state.js';
import * as Strip from '../boots/strip.js';

const data = Data.read();
const read = () => (new URLSearchParams(location.hash.slice(1)).get('pair') || '').split(',')
  .filter(each => /^[1-9]\d{0,5}$/.test(each)).map(each => each - 1).filter(each => each < data.strip.length).slice(0, 2);

function follow() {
  State.set('pair', { pair: read(), bootIndex: -1 });
}

Colours.use(data.palette);
byId('page').hidden = false;
const others = data.boots - data.strip.length;
fill('what', [Format.plural(data.boots, 'boot'), ...data.where, others > 0 ? Format.plural(others, 'more boot') + ' not in this page: --where shows some' : null].filter(each => each).join(' · '));
Strip.wire({ strip: data.strip, inPage: 0, store: data.store, open: null });
follow();
State.on('pair', ({ pair }) => {
  const hash = pair.length ? '#pair=' + pair.map(each => each + 1).join(',') : '';
  if (hash !== location.hash) history.pushState(null, '', hash || location.pathname + location.search);
});
window.addEventListener('popstate', follow);
