/* How numbers and log text are written. Times are whole microseconds; null is "unknown", never 0. */
const Format = (() => {
  const UNKNOWN = '–';
  const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

  const known = value => value !== null && value !== undefined;

  /* 5 → "5 µs", 12345 → "12.3 ms", 5420000 → "5.42 s": three digits that count. */
  function duration(us) {
    if (!known(us)) return UNKNOWN;
    const size = Math.abs(us);
    if (size < 1000) return us + ' µs';
    return size < 999500 ? digits(us / 1000) + ' ms' : digits(us / 1e6) + ' s';
  }

  function digits(value) {
    const size = Math.abs(value);
    return value.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  }

  /* 1234567 → "1 234 567", with narrow spaces that do not break. */
  function count(value) {
    return known(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f') : UNKNOWN;
  }

  const exact = us => known(us) ? count(us) + ' µs' : UNKNOWN;

  /* A moment as printk writes it: 1234567 → "1.234567". */
  function stamp(us) {
    if (!known(us)) return UNKNOWN;
    const size = Math.abs(us);
    return (us < 0 ? '-' : '') + Math.floor(size / 1e6) + '.' + String(size % 1e6).padStart(6, '0');
  }

  function share(part, whole) {
    if (!known(part) || !whole) return UNKNOWN;
    const percent = 100 * part / whole;
    return percent > 0 && percent < 0.1 ? '< 0.1 %' : percent.toFixed(percent < 9.95 ? 1 : 0) + ' %';
  }

  /* What a terminal or a text direction would act on is shown instead: NUL as ␀, U+202E by its number. */
  function visible(text) {
    return text.replace(CONTROL, character => {
      const code = character.charCodeAt(0);
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? '\u2421' : '[U+' + code.toString(16).toUpperCase().padStart(4, '0') + ']';
    });
  }

  const plural = (number, word) => count(number) + ' ' + word + (number === 1 ? '' : 's');

  return { UNKNOWN, known, duration, count, exact, stamp, share, visible, plural };
})();
