package io.bootledger.analyzer.compare;

/**
 * A device whose probe is put off more or less often.
 *
 * @param baseline how often, median of the boots
 * @param candidate the same of the candidate
 * @param baselineUs what the attempts in vain took together, median of the boots, in microseconds
 * @param candidateUs the same of the candidate
 */
public record DeferralChange(String device, int baseline, int candidate, long baselineUs, long candidateUs) {}
