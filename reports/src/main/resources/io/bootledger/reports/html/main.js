/* Reads the embedded facts and shows the first boot. */
const Main = (() => {
  const { el, byId, fill } = Dom;
  const page = JSON.parse(byId('data').textContent);
  const boots = new Map();

  const bootAt = index => {
    if (!boots.has(index)) boots.set(index, Boot.of(page.boots[index]));
    return boots.get(index);
  };

  function choose(index) {
    State.state.selected = null;
    State.set('boot', { boot: bootAt(index), bootIndex: index });
    LogPane.show(State.state);
  }

  function selector() {
    if (page.boots.length + page.bootsLeftOut < 2) return;
    byId('boot').hidden = false;
    fill('boots', page.boots.map((boot, i) => el('option', { value: i }, (i + 1) + ': ' + (boot.kernel.release ?? 'unknown kernel') + ', ' + boot.source + ' line ' + boot.reading.firstLine)));
    byId('boots').addEventListener('change', event => choose(Number(event.target.value)));
    if (page.bootsLeftOut) fill('left-out', Format.plural(page.bootsLeftOut, 'more boot') + ' not in this page: see analysis.json');
  }

  function restore() {
    const { boot, tab, row, ...filters } = Address.read(page.boots.length);
    Object.assign(State.state, filters, { tab });
    byId('boots').value = String(boot);
    choose(boot);
    State.set('filter', {});
    const [name, index] = (row || '').split(':');
    const record = Columns.TABLES[name] && State.state.boot[name][Number(index)];
    if (record) Selection.choose(Columns.TABLES[name].kind || name, record);
  }

  function start() {
    Colours.use(page.palette);
    byId('page').hidden = false;
    if (page.boots.length === 0) {
      byId('page').classList.add('empty');
      return;
    }
    for (const view of [Controls, Summary, Counsel, Timeline, Overview, Icicle, Tables]) State.on('boot', view.show);
    Controls.wire();
    Keys.wire();
    selector();
    restore();
    Address.wire();
  }

  return { start };
})();

Main.start();
