/* The boot once more: a slider over the time until init, what runs at that moment, and the console as it stood then. */
import { byId, el, fill } from '../page/dom.js';
import * as Format from '../page/format.js';
import * as Moments from '../timeline/moments.js';
import * as State from './state.js';
import * as Timeline from '../timeline/timeline.js';

const LINES = 60;
const NAMED = 3;
let boot = null;
let known = [];
let playing = 0;

export function show(state) {
  boot = state.boot;
  known = Moments.times(boot.lines);
  stop();
  const [from, to] = reach();
  const slider = byId('moment');
  slider.min = from;
  slider.max = to;
  slider.step = 'any';
  State.set('replay', { replay: null });
}

const reach = () => boot.span ? [boot.span.fromUs, boot.span.toUs] : Timeline.domain().map(Math.round);

/* On from the start; a moment of the address stays. */
export function toggle() {
  State.set('replay', { replay: State.state.replay === null ? reach()[0] : null });
  if (State.state.replay !== null) byId('moment').focus();
}

function refresh({ replay }) {
  const on = replay !== null;
  byId('timeline').classList.toggle('replaying', on);
  byId('replay').hidden = byId('console').hidden = !on;
  byId('replay-button').setAttribute('aria-pressed', String(on));
  if (!on) return stop();
  const [from, to] = reach();
  if (replay < from || replay > to) return State.set('replay', { replay: Math.min(to, Math.max(from, replay)) });
  const slider = byId('moment');
  if (Math.round(slider.value) !== replay) slider.value = replay;
  const words = told(replay);
  slider.setAttribute('aria-valuetext', Format.visible(words));
  byId('moment-words').textContent = Format.visible(words);
  printed(replay);
}

function told(us) {
  const { begun, returned, calls, running } = Moments.at(boot.spans, us, reach()[1]);
  const names = running.slice(-NAMED).map(span => span.name + ' for ' + Format.duration(us - span.start));
  return Format.stamp(us) + ' s: ' + Format.count(returned) + ' of ' + Format.plural(calls, 'initcall') + ' returned'
    + (names.length ? ', ' + names.join(', ') : begun === 0 ? ', none called yet' : ', none runs');
}

function printed(us) {
  const until = Moments.printed(known, us);
  const lines = boot.lines.slice(Math.max(0, until - LINES), until);
  fill('console', lines.map((line, i) => el('li', { class: i === lines.length - 1 ? 'now' : null }, el('code', {}, line.text.replace(/[\r\n]+$/, '')))));
  byId('console').scrollTop = byId('console').scrollHeight;
}

function play() {
  if (playing) return stop();
  const [from, to] = reach();
  let us = State.state.replay >= to ? from : State.state.replay;
  let before = null;
  byId('play').textContent = 'pause';
  const tick = now => {
    us = Math.min(to, us + (before === null ? 0 : (now - before) * 1000 * Number(byId('speed').value)));
    before = now;
    State.set('replay', { replay: Math.round(us) });
    if (us >= to) stop();
    else if (playing) playing = requestAnimationFrame(tick);
  };
  playing = requestAnimationFrame(tick);
}

function stop() {
  cancelAnimationFrame(playing);
  playing = 0;
  byId('play').textContent = 'play';
}

export function wire() {
  byId('replay-button').addEventListener('click', toggle);
  byId('play').addEventListener('click', play);
  byId('moment').addEventListener('input', event => { stop(); State.set('replay', { replay: Math.round(event.target.value) }); });
  State.on('replay', refresh);
}
