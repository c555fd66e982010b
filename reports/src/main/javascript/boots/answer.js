/* The boot in a sentence, every number of which leads to where it comes from; a boot that died is led by the line that shows how. */
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Selection from './selection.js';
import * as State from './state.js';

export function show({ boot }) {
  const { parts, died, line } = boot.answer;
  fill('sentence', parts.map(part => part.shows ? el('button', { on: { click: () => open(part.shows) } }, part.text) : part.text));
  byId('answer').classList.toggle('bad', died);
  quote(boot, line);
}

function open(what) {
  const target = what === 'bill' ? byId('bill') : byId('tabs');
  if (what !== 'bill') State.open(what);
  target.scrollIntoView({ block: 'center' });
}

function quote(boot, line) {
  const at = line === null ? undefined : boot.lineIndex.get(line);
  const box = byId('quote');
  box.hidden = at === undefined;
  if (box.hidden) return;
  fill('quote', el('span', { class: 'no' }, Format.count(line)), el('code', {}, boot.lines[at].text.trim()));
  box.onclick = () => {
    const failure = boot.failures.find(each => each.line === line);
    const call = boot.initcalls.find(each => each.line === line);
    if (failure) Selection.choose('failures', failure);
    else if (call) Selection.choose('initcall', call);
  };
}
