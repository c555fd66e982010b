/* All facts of the bar under the pointer. */
const Tooltip = (() => {
  const { el, fill, byId } = Dom;
  let shown = null;

  function at(event, span) {
    if (!span) return hide();
    const box = byId('tooltip');
    if (span !== shown) {
      shown = span;
      fill('tooltip',
        el('strong', {}, span.name),
        el('small', {}, Facts.TITLES[span.kind]),
        el('dl', {}, Facts.of(span).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])));
      box.hidden = false;
    }
    const left = Math.min(event.clientX + 14, innerWidth - box.offsetWidth - 8);
    const below = event.clientY + 18 + box.offsetHeight < innerHeight;
    box.style.left = Math.max(8, left) + 'px';
    box.style.top = (below ? event.clientY + 18 : Math.max(8, event.clientY - box.offsetHeight - 12)) + 'px';
  }

  function hide() {
    shown = null;
    byId('tooltip').hidden = true;
  }

  return { at, hide };
})();
