package io.bootledger.analyzer.rule;

/**
 * What the test says of a metric.
 *
 * @param t its shift in standard errors, positive where the candidate is slower; 0 within the margin
 * @param p how likely so much is by chance anywhere among the metrics
 * @param direction 1 where the candidate is slower beyond doubt, -1 where it is faster, else 0
 * @param detectableUs the smallest rise that would have been found; infinite when none would
 */
public record Finding(TestedMetric metric, double t, double p, int direction, double detectableUs) {}
