/* Which build is pointed at, and which is open; the address keeps the open one. */
import { data } from './facts.js';

const listeners = { at: [], open: [] };
export const state = { at: null, open: null };

export const on = (what, listener) => listeners[what].push(listener);

export function point(at) {
  if (state.at === at) return;
  state.at = at;
  listeners.at.forEach(listener => listener());
}

function show(at) {
  state.open = at;
  state.at = at;
  for (const what of ['at', 'open']) listeners[what].forEach(listener => listener());
}

/* @param at null closes */
export function open(at) {
  if (state.open === at) return;
  show(at);
  history.pushState(null, '', at === null ? location.pathname + location.search : '#build=' + encodeURIComponent(data.builds[at].name));
}

export const step = by => open(Math.min(data.builds.length - 1, Math.max(0, (state.open ?? 0) + by)));

/* Builds have names of their own; what is no name here opens nothing. */
function follow() {
  const name = new URLSearchParams(location.hash.slice(1)).get('build');
  const at = data.builds.findIndex(build => build.name === name);
  show(name === null || at < 0 ? null : at);
}

export function wire() {
  window.addEventListener('popstate', follow);
  follow();
}
