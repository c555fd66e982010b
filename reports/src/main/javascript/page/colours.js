/* The palette that all of Bootledger's pictures share, and the page's own colours, light or dark. */
let palette = null;
let mode = 'level';

export const use = given => { palette = given; };
export const by = chosen => { mode = chosen; };

/* Asking a browser for a colour makes it work out the page anew, so each is asked for once, until the paper is another. */
const asked = new Map();
for (const media of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']) {
  window.matchMedia(media).addEventListener('change', () => asked.clear());
}

export function css(name) {
  if (!asked.has(name)) asked.set(name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim());
  return asked.get(name);
}

export const level = name => palette.levels[name] || palette.unknown;
export const outcome = name => palette.outcomes[name] || palette.unknown;
export const phase = name => palette.phases[name] || palette.unknown;

export function span(each) {
  if ((mode === 'outcome' && each.kind !== 'path') || each.kind === 'probe') return outcome(each.record.outcome ?? 'ok');
  if (each.kind === 'path') return each.record.does === 'wait' ? palette.waited : each.record.level ? level(each.record.level) : palette.unknown;
  return each.kind === 'async' ? palette.phases.async_wait : level(each.record.level);
}

/* Black or white, whichever reads better on a colour. */
export function ink(colour) {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#101317' : '#ffffff';
}

export const levelNames = () => Object.keys(palette.levels);
export const outcomeNames = () => Object.keys(palette.outcomes);
