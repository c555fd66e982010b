/* The embedded facts: rows of columns become records, deltas become numbers. */
const Boot = (() => {
  const records = table => table.rows.map((row, index) => {
    const record = { index };
    table.columns.forEach((name, i) => { record[name] = row[i]; });
    return record;
  });

  function lines(packed) {
    let number = 0;
    let time = 0;
    return packed.text.map((text, i) => {
      number += packed.number[i];
      if (packed.time[i] !== null) time += packed.time[i];
      return { number, time: packed.time[i] === null ? null : time, text, cut: packed.cut[i] || 0 };
    });
  }

  const TABLES = ['phases', 'levels', 'initcalls', 'blacklisted', 'probes', 'asyncCalls', 'failures', 'diagnostics'];

  function of(data) {
    const boot = { ...data };
    for (const name of TABLES) boot[name] = records(data[name]);
    boot.lines = lines(data.lines);
    boot.lineIndex = new Map(boot.lines.map((line, i) => [line.number, i]));
    boot.spans = Spans.of(boot);
    countAttempts(boot.probes);
    return boot;
  }

  /* A deferred device is probed again: which attempt is this, of how many. */
  function countAttempts(probes) {
    const byDevice = new Map();
    for (const probe of probes) {
      const attempts = byDevice.get(probe.device) || [];
      attempts.push(probe);
      byDevice.set(probe.device, attempts);
    }
    for (const attempts of byDevice.values()) {
      attempts.forEach((probe, i) => { probe.attempt = i + 1; probe.attempts = attempts.length; });
    }
  }

  return { of };
})();
