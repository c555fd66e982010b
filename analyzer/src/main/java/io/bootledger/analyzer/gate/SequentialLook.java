package io.bootledger.analyzer.gate;

import java.util.Locale;

/**
 * One look of a gate that boots until it is decided.
 *
 * @param number from 1
 * @param of how many there can be
 * @param baselineGiven how many complete boots of the baseline there are to look at; the first of them are looked at
 * @param candidateGiven how many of the candidate
 * @param alpha the share of the chance of a false alarm that this look may use
 * @param next what to do then
 */
public record SequentialLook(int number, int of, int baselineGiven, int candidateGiven, double alpha, Next next) {
    /** What follows a look. */
    public enum Next {
        /** Nothing: it is decided. */
        STOP,
        /** Nothing: more boots would hardly find anything. */
        FUTILE,
        /** Boot more of both kernels, and judge all of them. */
        BOOT_MORE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
