package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.HandoverWords;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verdict for a terminal: its first line is the answer, the rest is what it rests on. */
public final class GateText {
    private final GateResult result;
    private final List<String> lines = new ArrayList<>();

    private GateText(GateResult result) {
        this.result = result;
    }

    public static String of(GateResult result) {
        return new GateText(result).text();
    }

    private String text() {
        String headline = GateHeadline.of(result);
        String reason = Printable.of(result.reason());
        lines.add(headline);
        if (!headline.contains(reason)) {
            lines.add("  " + reason);
        }
        handover();
        evidence();
        environment();
        excluded();
        look();
        metrics();
        sight();
        structure();
        budgets();
        if (result.waterfall() != null) {
            waterfall(result.waterfall());
        }
        AcceptLine.of(result).ifPresent(command -> {
            lines.add("");
            lines.add("  if it is meant: " + command);
        });
        return String.join("\n", lines) + "\n";
    }

    private void handover() {
        if (!result.handovers().isEmpty()) {
            lines.add("  boots are counted " + HandoverWords.until(result.handovers()));
        }
    }

    /** What the boots can prove. */
    private void evidence() {
        StatisticalBasis evidence = result.evidence();
        if (GateWords.isExact(result)) {
            lines.add("  the boots of each side are the same to the microsecond: differences are exact");
        } else if (evidence != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d+%d distinct boots, %s; %d arrangements, smallest p %s, asked for %s",
                    evidence.distinctBaseline(),
                    evidence.distinctCandidate(),
                    result.settings().interleaved() ? "made in turn" : "not known to be made in turn",
                    evidence.arrangements(),
                    GateWords.chance(evidence.smallestP(), evidence.alpha()),
                    evidence.alpha()));
        }
    }

    private void environment() {
        result.differences()
                .forEach(one -> lines.add("  differs: "
                        + Printable.of(one.key() + " " + String.join("/", one.baseline()) + " against "
                                + String.join("/", one.candidate()))));
        if (GateWords.isSlowMachine(result)) {
            lines.add("  the candidate's boots are slower as a whole: x" + GateWords.factor(result));
        }
        if (result.quantumUs() > 1) {
            lines.add("  the clock ticks every " + DurationText.rounded(result.quantumUs()));
        }
    }

    private void look() {
        SequentialLook look = result.look();
        if (look != null) {
            lines.add("  look " + look.number() + " of " + look.of() + ", at the first " + result.baselineBoots() + "+"
                    + result.candidateBoots() + " of " + look.baselineGiven() + "+" + look.candidateGiven()
                    + " boots, in the order given (p " + look.alpha() + "): " + look.next());
        }
    }

    private void sight() {
        String sight = GateWords.sight(result);
        if (!sight.isEmpty()) {
            lines.add("  tried out, a rise would have been seen in these boots from: " + sight);
        }
    }

    private void excluded() {
        for (Excluded boot : result.excluded()) {
            lines.add("  left out: " + (boot.candidate() ? "candidate " : "baseline ")
                    + Printable.of(boot.boot() + ": " + boot.why()));
        }
    }

    private void metrics() {
        List<Metric> shown = GateWords.findings(result);
        if (shown.isEmpty()) {
            return;
        }
        lines.add("");
        for (Metric metric : shown) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-12s %-8s %s  %s",
                    metric.status(),
                    metric.scope(),
                    GateWords.change(metric),
                    GateWords.evidence(metric, result)));
        }
        int silent = result.metrics().size() - shown.size();
        lines.add("  and " + silent + " others "
                + (GateWords.isExact(result)
                        ? "that differ by no more than their margins"
                        : "without a finding beyond doubt"));
    }

    private void structure() {
        result.structure().newFailures().forEach(name -> lines.add("  newly fails: " + Printable.of(name)));
        GateWarnings.of(result).forEach(warning -> lines.add("  " + warning));
        result.structure().added().forEach(key -> lines.add("  new initcall: " + Printable.of(key.toString())));
        result.structure().removed().forEach(key -> lines.add("  gone: " + Printable.of(key.toString())));
        result.structure()
                .changedReturns()
                .forEach(change -> lines.add("  returns " + change.candidate() + " instead of " + change.baseline()
                        + ": " + Printable.of(change.initcall().toString())));
    }

    private void budgets() {
        result.budgets().stream()
                .filter(check -> check.broken())
                .forEach(check -> lines.add("  budget (" + check.severity() + "): " + GateWords.budget(check)));
    }

    private void waterfall(Waterfall waterfall) {
        if (!GateWords.addsUp(waterfall)) {
            if (GateWords.differs(result)) {
                lines.add("");
                lines.add("  " + GateWords.doesNotAddUp(waterfall, result));
            }
            return;
        }
        lines.add("");
        lines.add("  where " + GateWords.difference(result) + " comes from, in ms:");
        for (Waterfall.Row row : waterfall.rows()) {
            lines.add(String.format(
                    Locale.ROOT, "  %14s  %s", DurationText.exactMillis(row.us()), Printable.of(row.name())));
        }
        lines.add(String.format(Locale.ROOT, "  %14s  %s", DurationText.exactMillis(waterfall.totalUs()), "in all"));
    }
}
