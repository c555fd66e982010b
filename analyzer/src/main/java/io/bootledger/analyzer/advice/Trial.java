package io.bootledger.analyzer.advice;

/**
 * A word of the kernel's command line that is advised, and what it should gain before init: a boot with it can tell.
 *
 * @param words one, or several that belong together: {@code i8042.noaux i8042.nokbd}
 * @param function the init function it is advised for; of several the one that took longest
 * @param gainLowUs the least that it should gain; negative where it may cost
 * @param gainHighUs the most that it should gain; where the boot bounds it no closer, all that its calls took
 * @param risk as an {@link Advice} has it
 */
public record Trial(String words, String function, long gainLowUs, long gainHighUs, String risk) {
    public Trial {
        if (gainLowUs > gainHighUs) {
            throw new IllegalArgumentException("no bounds: " + gainLowUs + " to " + gainHighUs + " us");
        }
    }
}
