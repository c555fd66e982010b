package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Comparisons to render. */
public final class Comparisons {
    /** One boot of each. */
    public static Comparison of(BootAnalysis baseline, BootAnalysis candidate) {
        return of(List.of(ComparedBoot.of(baseline)), List.of(ComparedBoot.of(candidate)));
    }

    private static Comparison of(List<ComparedBoot> baseline, List<ComparedBoot> candidate) {
        return Comparison.of(baseline, candidate, false, Set.of());
    }

    /** Of two real kernels, one boot each. */
    public static Comparison kernels() {
        return of(sample("amd64-5.10-cloud/dmesg.txt.gz"), sample("amd64-7.2-cloud/dmesg.txt"));
    }

    /** Five boots of each side. */
    public static Comparison sets() {
        return of(side("baseline", 1), side("candidate", 2));
    }

    private static List<ComparedBoot> side(String folder, int first) {
        List<ComparedBoot> boots = new ArrayList<>();
        for (int number = first; number < first + 5; number++) {
            boots.addAll(sample("ci/" + folder + "/0" + number + ".dmesg.xz"));
        }
        return boots;
    }

    /** A boot that broke off, beside a whole one. */
    public static Comparison cut() {
        return of(sample("amd64-6.1-cloud/dmesg.txt"), sample("killed-early/console.log"));
    }

    /** A boot without initcalls, beside one with them. */
    public static Comparison withoutInitcalls() {
        return of(sample("amd64-6.1-cloud/dmesg.txt"), sample("no-initcall-debug/dmesg.txt"));
    }

    /** Initcalls of the given name and others, on the candidate's side alone. */
    public static Comparison named(String text) {
        List<Initcall> calls = List.of(
                Boots.initcall(1, text, null, InitcallLevel.SUBSYS, 400_000, 845L, 0),
                Boots.initcall(2, "init_module", text, InitcallLevel.MODULE, 500_000, 12_345L, -22));
        return of(Boots.named(text, List.of()), Boots.named("=" + text, calls));
    }

    private static List<ComparedBoot> sample(String log) {
        try {
            return Samples.boots(Path.of("..", "traces", "samples").resolve(log)).stream()
                    .map(ComparedBoot::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Comparisons() {}
}
