package io.bootledger.reports.html;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.reports.LogName;
import org.jspecify.annotations.Nullable;

/**
 * A boot of a build, as a history's page lists it.
 *
 * @param id by which the store knows it
 * @param totalUs null when unknown
 * @param leftOut why it could not be used; null when it was
 */
public record HistoryBoot(
        String id,
        String log,
        @Nullable Long totalUs,
        @Nullable String leftOut) {
    public static HistoryBoot of(String id, BootSummary boot) {
        String why = boot.incomplete() == null && boot.totalUs() == null ? "its total is unknown" : boot.incomplete();
        return new HistoryBoot(id, LogName.of(boot.boot()), boot.totalUs(), why);
    }
}
