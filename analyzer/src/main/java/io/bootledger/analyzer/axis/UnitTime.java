package io.bootledger.analyzer.axis;

import org.jspecify.annotations.Nullable;

/**
 * A unit of systemd.
 *
 * @param name as {@code ssh.service}
 * @param startUs boot time at which it began to start ({@code plot}); null where the file does not tell
 * @param activeUs since user space runs, when it was active ({@code critical-chain}); null where the file does not tell
 * @param tookUs to start; null where the file does not tell, or it took no time
 */
public record UnitTime(
        String name,
        @Nullable Long startUs,
        @Nullable Long activeUs,
        @Nullable Long tookUs) {
    UnitTime with(UnitTime other) {
        return new UnitTime(
                name,
                startUs == null ? other.startUs : startUs,
                activeUs == null ? other.activeUs : activeUs,
                tookUs == null ? other.tookUs : tookUs);
    }
}
