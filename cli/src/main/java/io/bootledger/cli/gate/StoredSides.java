package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.store.SelectedSummaries;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoreSummaries;
import io.bootledger.cli.store.StoredBuilds;
import io.bootledger.cli.store.TableSummaries;
import io.bootledger.cli.store.WantedBoots;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Boots of a gate out of a store. */
final class StoredSides {
    private static final String BASELINE = "--baseline-where";
    private static final String CANDIDATE = "--candidate-where";
    private static final String TABLE = "--baseline-table";
    private static final int MOST = 20;

    @Mixin
    private StorePlace place = new StorePlace();

    @Option(
            names = BASELINE,
            paramLabel = "KEY=VALUE",
            description =
                    "Baseline boots from the store, as for history --where. Of more than " + MOST
                            + " the latest, no older than the last change of the total; the candidate's own are never among them.")
    private List<String> baseline = List.of();

    @Option(names = CANDIDATE, paramLabel = "KEY=VALUE", description = "Candidate boots from the store.")
    private List<String> candidate = List.of();

    @Option(
            names = TABLE,
            paramLabel = "PARQUET",
            description =
                    "Baseline boots from the table of summaries of a fleet, as Fold writes it: a folder, a file or a quoted"
                            + " pattern; " + BASELINE + " selects among them.")
    private @Nullable Path table;

    @Mixin
    private StoredBuilds builds = new StoredBuilds();

    /** Whether either side comes out of a store. */
    boolean areWanted() {
        boolean wanted = table != null || !baseline.isEmpty() || !candidate.isEmpty();
        if (place.isNamed() && !wanted) {
            throw CommandFailure.usage("--store: which of its boots? Say " + BASELINE + ", " + CANDIDATE + " or both");
        }
        return wanted;
    }

    void refuseBeside(List<String> baselineLogs, List<String> candidateLogs) {
        refuseBoth("--baseline", baselineLogs, BASELINE, baseline);
        refuseBoth("--candidate", candidateLogs, CANDIDATE, candidate);
        if (table != null) {
            refuseBoth("--baseline", baselineLogs, TABLE, List.of(table.toString()));
            refuseBoth(TABLE, List.of(table.toString()), CANDIDATE, candidate);
            if (place.isNamed()) {
                throw CommandFailure.usage(TABLE + " and --store: give one of them");
            }
        }
    }

    private static void refuseBoth(String option, List<String> logs, String stored, List<String> conditions) {
        if (!logs.isEmpty() && !conditions.isEmpty()) {
            throw CommandFailure.usage(option + " and " + stored + ": give one of them");
        }
    }

    /**
     * Both sides; what does not come out of the store is read from logs.
     *
     * @param candidateIds the names of the boots of these logs
     */
    GateSides read(
            Supplier<List<ComparedBoot>> baselineLogs,
            Supplier<List<ComparedBoot>> candidateLogs,
            Supplier<Set<BootId>> candidateIds,
            Surroundings here,
            Messages messages) {
        if (table != null) {
            try (SelectedSummaries summaries = new TableSummaries(table)) {
                return new GateSides(
                        compared(summaries, before(summaries, candidateIds.get(), messages)), candidateLogs.get());
            }
        }
        try (StoreSummaries summaries = StoreSummaries.of(place, here, messages)) {
            if (candidate.isEmpty()) {
                return new GateSides(
                        compared(summaries, before(summaries, candidateIds.get(), messages)), candidateLogs.get());
            }
            List<BootHeader> judged = summaries.boots(new WantedBoots(CANDIDATE, candidate));
            Set<BootId> ids = judged.stream().map(BootHeader::id).collect(Collectors.toSet());
            return new GateSides(
                    baseline.isEmpty() ? baselineLogs.get() : compared(summaries, before(summaries, ids, messages)),
                    compared(summaries, judged));
        }
    }

    private static List<ComparedBoot> compared(SelectedSummaries summaries, List<BootHeader> boots) {
        return StoredBuilds.read(summaries, boots).stream()
                .map(BootSummary::measures)
                .map(ComparedBoot::of)
                .toList();
    }

    private List<BootHeader> before(SelectedSummaries summaries, Set<BootId> judged, Messages messages) {
        List<BootHeader> boots = new ArrayList<>(summaries.boots(new WantedBoots(BASELINE, baseline)));
        int all = boots.size();
        boots.removeIf(boot -> judged.contains(boot.id()));
        if (boots.size() < all && !boots.isEmpty()) {
            messages.say("baseline: " + (all - boots.size()) + " of " + all
                    + " boots left out, which are the candidate's own");
        }
        if (boots.isEmpty()) {
            throw CommandFailure.unreadable(
                    (table == null ? BASELINE : TABLE) + ": all its boots are the candidate's", null);
        }
        if (boots.size() < GateRule.BOOTS) {
            messages.say(
                    "baseline: " + boots.size() + (boots.size() == 1 ? " boot" : " boots")
                            + " in the store; boots that are the same in every event are one there, however often they were ingested");
        }
        return boots.size() <= MOST ? boots : latest(summaries, boots, messages);
    }

    private List<BootHeader> latest(SelectedSummaries summaries, List<BootHeader> boots, Messages messages) {
        SortedMap<String, List<BootHeader>> byBuild = builds.of(boots, messages);
        int from = StoredBuilds.history(summaries, byBuild)
                .total()
                .map(Series::lastLevelFrom)
                .orElse(0);
        List<BootHeader> onLevel =
                byBuild.values().stream().skip(from).flatMap(List::stream).toList();
        List<BootHeader> latest = onLevel.subList(Math.max(0, onLevel.size() - MOST), onLevel.size());
        messages.say("baseline: the latest " + latest.size() + " of " + boots.size() + " boots"
                + (from == 0
                        ? ""
                        : "; the total last changed at "
                                + List.copyOf(byBuild.keySet()).get(from)));
        return latest;
    }
}
