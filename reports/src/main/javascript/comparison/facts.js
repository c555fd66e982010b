/* What the page shows: rows of the embedded tables as objects. */
import * as Data from '../page/data.js';
import * as Format from '../page/format.js';

export const data = Data.read();

/* As the boot's page writes it. */
export const words = text => text.replaceAll(' -> ', ' → ');

function records({ columns, rows }) {
  return rows.map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

for (const name of ['steps', 'initcalls', 'before', 'after', 'phases', 'levels']) data[name] = records(data[name]);

/* How the whole difference is called, beside the steps it is made of. */
export const ALL = 'in all';

export const signed = us => Format.known(us) ? (us > 0 ? '+' : '') + Format.duration(us) : Format.UNKNOWN;
export const way = us => us > 0 ? 'grew' : us < 0 ? 'shrank' : '';
export const range = row => Format.known(row.lowUs) ? signed(row.lowUs) + ' to ' + signed(row.highUs) : Format.UNKNOWN;
export const chance = row => Format.known(row.lowUs) && row.lowUs <= 0 && row.highUs >= 0;
