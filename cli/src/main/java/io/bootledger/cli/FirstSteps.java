package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.input.OwnBoot;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.page.TextLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody who has just installed it is told: how this machine booted, and what to do next. */
final class FirstSteps {
    private static final List<String> COMMANDS = List.of(
            "look closer    dmesg | bootledger analyze - --out report",
            "no log yet     bootledger simulate desktop | bootledger analyze -",
            "two kernels    bootledger compare old.log new.log",
            "gate a build   bootledger gate --baseline 'old/*.log' --candidate 'new/*.log'",
            "many boots     bootledger ingest *.log, then bootledger history",
            "all of it      bootledger help");

    /** Columns in which the longest verdict is one line; the terminal breaks it. */
    private static final int UNBROKEN = 1_000;

    static String text(Surroundings here) {
        Optional<BootAnalysis> boot = OwnBoot.find(here);
        String own = boot.map(found -> verdict(found, here))
                .orElse("its boot cannot be read: try sudo dmesg | bootledger analyze -");
        String more = boot.filter(found -> !found.timeline().initcalls().isEmpty())
                .map(found -> "dmesg | bootledger analyze - --what-if")
                .orElse("boot once with initcall_debug log_buf_len=16M printk.time=1 on the command line");
        return "Every microsecond of a Linux boot, on the record.\n\n"
                + COMMANDS.stream()
                        .map(command -> "  " + command + "\n")
                        .collect(Collectors.joining(
                                "", "  this machine   " + own + "\n  to know more   " + more + "\n", ""));
    }

    /** The kernel, and how its boot ended, as every report begins. */
    private static String verdict(BootAnalysis boot, Surroundings here) {
        return TextReport.of(boot, new TextLayout(UNBROKEN, here.layout().colours()))
                .lines()
                .limit(2)
                .map(line -> line.replace("=> ", ""))
                .collect(Collectors.joining(": "));
    }

    private FirstSteps() {}
}
