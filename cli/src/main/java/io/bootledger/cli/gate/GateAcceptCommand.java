package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bootledger gate accept}: writes down that something may be slower. */
@Command(
        name = "accept",
        description = "Accept that something became slower: add a waiver to the budget file, which is checked in and "
                + "reviewed. What is in the file stays as it is, byte for byte.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger gate accept acpi_init --reason 'new firmware, ticket 123' --max-shift 600ms",
            "  bootledger gate accept total 'level=*' 'usb_*' --reason 'USB rescans its ports' --until 2026-12-31",
            "",
            "What it is part of, its level, its owner and the total, is accepted with it as far as it explains them.",
            "",
            "Exit codes: 0 accepted, 2 wrong usage or an error in the file, 3 it cannot be read or written."
        })
final class GateAcceptCommand implements Callable<Integer> {
    private static final int DAYS = 30;

    private final Surroundings here;

    @Parameters(
            paramLabel = "METRIC",
            arity = "1..*",
            converter = MetricOption.class,
            description =
                    "total, segment=NAME, phase=NAME, level=NAME, gap=NAME, owner=NAME, or the NAME of an initcall; in a name * stands"
                            + " for anything. What a verdict prints is understood too: 'outside initcalls in fs'.")
    private List<MetricPattern> metrics = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the reports.")
    private String reason = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day on which it counts: 2026-12-31. Without it " + DAYS + " days from today.")
    private @Nullable String until;

    @Option(names = "--max-shift", paramLabel = "TIME", description = "How much slower it may be: 20ms. Else anything.")
    private @Nullable String maxShift;

    @Option(
            names = "--build",
            paramLabel = "NAME",
            description =
                    "The build that brought it, as history names it, which then shows it as accepted there alone.")
    private @Nullable String build;

    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description = "The file (bootledger.toml). Made where there is none.")
    private Path budget = Path.of("bootledger.toml");

    GateAcceptCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (budget.toString().endsWith(".json")) {
            throw CommandFailure.usage(
                    budget + ": only TOML can be added to; write the waiver into this file yourself");
        }
        LocalDate today = here.today();
        LocalDate last = last(today);
        String before = content();
        BudgetFile.of(budget, before, today);
        String after = before
                + gap(before)
                + metrics.stream()
                        .map(metric -> new AcceptedStep(metric, last, maxShift, build, reason).toml())
                        .collect(Collectors.joining("\n"));
        BudgetFile.of(budget, after, today);
        TextFiles files = new TextFiles(here);
        files.write(budget.toString(), after);
        files.write(
                TextFiles.STANDARD_OUTPUT,
                "accepted until " + last + " in " + Printable.of(budget.toString()) + ": "
                        + metrics.stream()
                                .map(metric -> Printable.of(metric.toString()))
                                .collect(Collectors.joining(", "))
                        + "\n");
        return ExitCode.OK;
    }

    private LocalDate last(LocalDate today) {
        if (until == null) {
            return today.plusDays(DAYS);
        }
        try {
            LocalDate day = LocalDate.parse(until);
            if (day.isBefore(today)) {
                throw CommandFailure.usage("--until " + until + ": that day is over");
            }
            return day;
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--until " + Printable.of(until) + ": write it as 2026-12-31");
        }
    }

    private String content() {
        try {
            return Files.exists(budget) ? TextFiles.read(budget, BudgetFile.LARGEST) : "schema = 1\n";
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading("--budget " + budget, e), e);
        }
    }

    /** What makes the block begin on a line of its own, after an empty one. */
    private static String gap(String text) {
        return text.isEmpty() || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    }
}
