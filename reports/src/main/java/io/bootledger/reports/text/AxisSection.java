package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.Axis;
import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.HostAlignment;
import io.bootledger.analyzer.axis.LoaderTime;
import io.bootledger.analyzer.axis.StartupFinished;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** Who ran from power-on to login, where the log shows more than the kernel. */
final class AxisSection {
    private static final String OWN = "@ ";

    static void write(BootAnalysis boot, Page page) {
        Axis axis = boot.axis();
        if (!axis.isMoreThanKernel() && axis.beside().isEmpty()) {
            return;
        }
        page.title("From power-on to login");
        if (!axis.stages().isEmpty()) {
            TextTable table = new TextTable()
                    .left("stage")
                    .right("from ms")
                    .right("took ms")
                    .right("lines")
                    .elastic("told by");
            axis.stages().forEach(stage -> row(table, stage));
            page.table(table);
            if (axis.stages().stream().anyMatch(stage -> stage.fromUs() == null && stage.loader() == null)) {
                page.note("?: no clock tells. >=: the kernel's last stamp before it.");
            }
            host(axis, page);
            loaders(axis, page);
            ledger(axis, page);
        }
        startup(axis, page);
    }

    private static void row(TextTable table, AxisStage stage) {
        table.row(
                Cell.of(stage.name()),
                Cell.of(from(stage)),
                Cell.of(took(stage)),
                Cell.of(stage.firstLine() + "-" + stage.lastLine()),
                Cell.of(stage.evidence() == null ? "" : stage.evidence()));
    }

    private static String from(AxisStage stage) {
        if (stage.fromUs() != null) {
            String by = stage.clock() == AxisStage.Clock.HOST ? "~ " : "";
            return by + (stage.fromUs() < 0 ? "-" : "") + DurationText.exactMillis(Math.abs(stage.fromUs()));
        }
        if (stage.clock() == AxisStage.Clock.LOADER && stage.loader() != null) {
            return OWN + DurationText.exactMillis(stage.loader().firstUs());
        }
        return stage.notBeforeUs() == null ? "?" : ">= " + DurationText.exactMillis(stage.notBeforeUs());
    }

    private static String took(AxisStage stage) {
        Long took = stage.durationUs();
        LoaderTime own = stage.loader();
        if (took == null && own != null && own.tookUs() != null) {
            return OWN + DurationText.exactMillis(own.tookUs());
        }
        return took == null ? "?" : DurationText.exactMillis(took);
    }

    /** Of clocks of the loaders. */
    private static void loaders(Axis axis, Page page) {
        List<AxisStage> own = axis.stages().stream()
                .filter(stage -> stage.clock() == AxisStage.Clock.LOADER)
                .toList();
        if (own.isEmpty()) {
            return;
        }
        String anew = own.stream()
                .filter(stage -> stage.loader() != null && stage.loader().restarted())
                .map(AxisStage::name)
                .collect(Collectors.joining(", "));
        page.note("@: by the loader's own clock, which is not the kernel's, from its first stamp to its last"
                + (anew.isEmpty() ? "." : "; that of " + anew + " began anew."));
    }

    /** Of the clock that tells what the kernel's does not. */
    private static void host(Axis axis, Page page) {
        HostAlignment host = axis.host();
        if (host == null) {
            return;
        }
        if (axis.stages().stream().anyMatch(stage -> stage.clock() == AxisStage.Clock.HOST)) {
            page.note("~: by the clock of the host that captured the log, to within "
                    + DurationText.exactMillis(host.uncertaintyUs()) + " ms (" + host.lines()
                    + " lines have its stamp and the kernel's).");
        }
    }

    /** What adds up to the whole. */
    private static void ledger(Axis axis, Page page) {
        AxisLedger ledger = axis.ledger();
        if (ledger == null || ledger.entries().size() < 2) {
            return;
        }
        String unknown =
                ledger.unknown().isEmpty() ? "" : "; no clock tells how long: " + String.join(", ", ledger.unknown());
        page.note(DurationText.exactMillis(ledger.totalUs()) + " ms = "
                + ledger.entries().stream()
                        .map(entry -> entry.name() + " " + DurationText.exactMillis(entry.us()))
                        .collect(Collectors.joining(" + "))
                + unknown + ".");
    }

    private static void startup(Axis axis, Page page) {
        StartupFinished startup = axis.startup();
        if (startup != null) {
            page.note(words(startup) + " (line " + startup.line() + ").");
        }
    }

    /** Part by part. */
    static String words(StartupFinished startup) {
        return "systemd says: "
                + startup.parts().stream()
                        .map(part -> part.name() + " " + DurationText.exactMillis(part.us()) + " ms")
                        .collect(Collectors.joining(" + "))
                + (startup.parts().isEmpty() ? "" : " = ") + DurationText.exactMillis(startup.totalUs()) + " ms";
    }

    private AxisSection() {}
}
