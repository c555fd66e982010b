package io.bootledger.cli.store;

import io.bootledger.analyzer.compare.NaturalOrder;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.history.History;
import io.bootledger.analyzer.history.HistoryFold;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.readmodels.BootFilter;
import io.bootledger.reports.Printable;
import io.bootledger.reports.html.HistoryBoot;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which boots of a store are boots of one build, and which build came after which: by version, day or number. */
public final class StoredBuilds {
    @Option(
            names = "--by",
            paramLabel = "KEY",
            description =
                    "What makes boots one build, and builds a sequence: kernel (the default), or tag.NAME such as "
                            + "tag.build or tag.day, with values that people order in time: numbers, dates, versions.")
    private String by = "kernel";

    public String by() {
        return by;
    }

    /** Some boots by build, the oldest build first. How many have none is said. */
    public SortedMap<String, List<BootHeader>> of(List<BootHeader> boots, Messages messages) {
        Function<BootHeader, @Nullable String> key = key();
        SortedMap<String, List<BootHeader>> builds = new TreeMap<>(NaturalOrder.COMPARATOR);
        int without = 0;
        for (BootHeader boot : boots) {
            String build = key.apply(boot);
            if (build == null) {
                without++;
            } else {
                builds.computeIfAbsent(build, name -> new ArrayList<>()).add(boot);
            }
        }
        if (without > 0) {
            messages.say(without + " of " + boots.size() + " boots left out: they have no " + by);
        }
        if (builds.isEmpty()) {
            throw CommandFailure.unreadable(
                    "none of " + boots.size() + " boots has " + by + ": try another --by", null);
        }
        return builds;
    }

    private Function<BootHeader, @Nullable String> key() {
        try {
            return BootFilter.fact(by);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--by " + Printable.of(Complaint.said(e)));
        }
    }

    /** The history of such builds. */
    public static History history(SelectedSummaries summaries, SortedMap<String, List<BootHeader>> builds) {
        HistoryFold fold = new HistoryFold();
        builds.forEach((build, boots) -> fold.add(build, read(summaries, boots)));
        return fold.history();
    }

    /** The boots of each of such builds, each build's in the order of the store. */
    public static List<List<HistoryBoot>> boots(
            SelectedSummaries summaries, SortedMap<String, List<BootHeader>> builds) {
        Map<BootId, List<HistoryBoot>> listOf = new HashMap<>();
        List<List<HistoryBoot>> lists = new ArrayList<>();
        builds.values().forEach(boots -> {
            List<HistoryBoot> list = new ArrayList<>();
            boots.forEach(boot -> listOf.put(boot.id(), list));
            lists.add(list);
        });
        summaries.forEach(
                boot -> listOf.containsKey(boot.id()),
                (header, summary) -> Objects.requireNonNull(listOf.get(header.id()))
                        .add(HistoryBoot.of(header.id().shortened(), summary)));
        return lists;
    }

    /** What is remembered of these boots. */
    public static List<BootSummary> read(SelectedSummaries summaries, List<BootHeader> boots) {
        Set<BootId> ids = new HashSet<>();
        boots.forEach(boot -> ids.add(boot.id()));
        List<BootSummary> read = new ArrayList<>();
        summaries.forEach(boot -> ids.contains(boot.id()), (header, summary) -> read.add(summary));
        return read;
    }
}
