/* How numbers and log text are written. Times are whole microseconds; null is "unknown", never 0. */
export const UNKNOWN = '–';
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

export const known = value => value !== null && value !== undefined;

/* To about three digits, as in the other reports: 845 µs, 1.24 ms, 12.3 ms, 523 ms, 1.234 s. */
export function duration(us) {
  if (!known(us)) return UNKNOWN;
  if (us < 0) return '-' + duration(-us);
  if (us < 1000) return us + ' µs';
  if (us < 9995) return decimal(us, 10, 2) + ' ms';
  if (us < 99950) return decimal(us, 100, 1) + ' ms';
  return us < 999500 ? decimal(us, 1000, 0) + ' ms' : decimal(us, 1000, 3) + ' s';
}

/* Rounded to whole units, halves up, and written with that many digits after the point. */
function decimal(us, unit, digits) {
  return (Math.floor((us + unit / 2) / unit) / 10 ** digits).toFixed(digits);
}

/* 1234567 → "1 234 567", with narrow spaces that do not break. */
export function count(value) {
  return known(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f') : UNKNOWN;
}

export const exact = us => known(us) ? count(us) + ' µs' : UNKNOWN;

/* A moment as printk writes it: 1234567 → "1.234567". */
export function stamp(us) {
  if (!known(us)) return UNKNOWN;
  const size = Math.abs(us);
  return (us < 0 ? '-' : '') + Math.floor(size / 1e6) + '.' + String(size % 1e6).padStart(6, '0');
}

export function share(part, whole) {
  if (!known(part) || !whole) return UNKNOWN;
  const percent = 100 * part / whole;
  return percent > 0 && percent < 0.1 ? '< 0.1 %' : percent.toFixed(percent < 9.95 ? 1 : 0) + ' %';
}

/* What a terminal or a text direction would act on is written out instead: \x1b, \u202e. */
export function visible(text) {
  return text.replace(UNSEEN, character => {
    const code = character.codePointAt(0);
    if (code > 0xffff) return '\\u{' + code.toString(16) + '}';
    return code < 0x100 ? '\\x' + code.toString(16).padStart(2, '0') : '\\u' + code.toString(16).padStart(4, '0');
  });
}

export const plural = (number, word) => count(number) + ' ' + word + (number === 1 ? '' : 's');
