/* The palette that all of Bootledger's pictures share, and the page's own colours, light or dark. */
const Colours = (() => {
  let palette = null;
  let mode = 'level';

  const use = given => { palette = given; };
  const by = chosen => { mode = chosen; };
  const css = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  const level = name => palette.levels[name] || palette.unknown;
  const outcome = name => palette.outcomes[name] || palette.unknown;
  const phase = name => palette.phases[name] || palette.unknown;

  function span(each) {
    if ((mode === 'outcome' && each.kind !== 'path') || each.kind === 'probe') return outcome(each.record.outcome ?? 'ok');
    if (each.kind === 'path') return each.record.does === 'wait' ? palette.waited : each.record.level ? level(each.record.level) : palette.unknown;
    return each.kind === 'async' ? palette.phases.async_wait : level(each.record.level);
  }

  /* Black or white, whichever reads better on a colour. */
  function ink(colour) {
    const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map(channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#101317' : '#ffffff';
  }

  const levelNames = () => Object.keys(palette.levels);
  const outcomeNames = () => Object.keys(palette.outcomes);

  return { use, by, css, level, outcome, phase, span, ink, levelNames, outcomeNames };
})();
