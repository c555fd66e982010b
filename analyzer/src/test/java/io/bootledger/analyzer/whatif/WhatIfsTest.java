package io.bootledger.analyzer.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.ftrace.TraceJoin;
import io.bootledger.traces.ftrace.TracedBoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfsTest {
    private static Story waitingBoot(int cpus) {
        return Story.ofKernel("6.12.0")
                .then(new CpusBroughtUp(1, cpus))
                .clockSwitched()
                .at(100_000)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                .at(200_000)
                .calling("crypto_kdf108_init", 1)
                .at(1_200_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .at(1_220_000)
                .returned("crypto_kdf108_init", 0, 1_020_000)
                .at(1_300_000)
                .then(new InitProcessStarted("/init"));
    }

    private static WhatIf change(BootAnalysis boot, Action action, String target) {
        return boot.accounting().whatIfs().stream()
                .filter(each -> each.action() == action && each.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatACallSurelyWaitedForIsNotGainedWithoutIt() {
        WhatIf gone = change(waitingBoot(2).analysis(), Action.FASTER, "crypto_kdf108_init");

        assertThat(gone.gainHighUs()).isEqualTo(120_000 + 20_000 + 50);
        // What else it may have waited for, a self-test, ran meanwhile; another time it may not.
        assertThat(gone.gainLowUs()).isEqualTo(-120_000);
        assertThat(gone.nextBarrier()).isNotNull();
    }

    @Test
    void onOneCpuUnpackingAlsoTakesItsTimeFromWhatRuns() {
        assertThat(change(waitingBoot(1).analysis(), Action.INITRAMFS, "").gainHighUs())
                .isEqualTo(1_100_000);
        assertThat(change(waitingBoot(2).analysis(), Action.INITRAMFS, "").gainHighUs())
                .isEqualTo(1_003_000);
    }

    @Test
    void nothingGainsMoreThanPassesBeforeInit() {
        BootAnalysis boot = waitingBoot(1).analysis();

        assertThat(boot.accounting().whatIfs())
                .isNotEmpty()
                .allMatch(change -> change.gainHighUs()
                        <= Objects.requireNonNull(boot.accounting().ledger()).totalUs());
    }

    /** Boots of one machine on a clock of instructions, with one thing changed: what was really gained. */
    @ParameterizedTest
    @CsvSource({
        "causes/w0-6.12-ic-base/dmesg.txt, INITRAMFS, '', causes/w1-6.12-ic-nopad/dmesg.txt",
        "causes/w0-6.12-ic-base/dmesg.txt, NO_SELF_TESTS, '', causes/w3-6.12-ic-notests/dmesg.txt",
        "causes/w0-6.12-ic-base/dmesg.txt, FASTER, crypto_kdf108_init, causes/w5-6.12-ic-nokdf/dmesg.txt",
        "ci/icount/base/1.dmesg, NO_SELF_TESTS, '', ci/icount/notests/1.dmesg"
    })
    void whatWasReallyGainedLiesInside(String before, Action action, String target, String after) throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        BootAnalysis base = analyze(Path.of(more, before));
        BootAnalysis other = analyze(Path.of(more, after));
        long gained = base.accounting().ledger().totalUs()
                - other.accounting().ledger().totalUs();

        WhatIf told = change(base, action, target);

        assertThat(gained).isBetween(told.gainLowUs(), told.gainHighUs());
    }

    /** The same boots, of which only the gain is on record: docs/causes.md. */
    @ParameterizedTest
    @CsvSource({
        "causes/w0-6.12-ic-base/dmesg.txt, FASTER, jent_mod_init, 2264000",
        "causes/w0-6.12-ic-base/dmesg.txt, UNPACK_AT_ONCE, '', 520000",
        // What is left of it with cryptomgr.notests=1 is its own; the rest moves.
        "causes/w0-6.12-ic-base/dmesg.txt, FASTER, load_system_certificate_list, 472000",
        // 688 of its 881 ms move to init_blk_tracer.
        "ci/icount/base/1.dmesg, FASTER, init_kprobe_trace, 30000",
        // 699 of its 700 ms move to bpf_rstat_kfunc_init.
        "ci/icount/base/1.dmesg, FASTER, cubictcp_register, 700",
        // ipv6.disable=1: 22.629 s become 22.589 s.
        "ci/icount/base/1.dmesg, FASTER, inet6_init, 40000"
    })
    void whatIsOnRecordLiesInside(String log, Action action, String target, long gained) throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        WhatIf told = change(analyze(Path.of(more, log)), action, target);

        assertThat(gained).isBetween(told.gainLowUs(), told.gainHighUs());
    }

    /** With its trace beside it, too: on one CPU the unpacking is done sooner where the call does not take its time. */
    @Test
    void whatWasReallyGainedLiesInsideWithTheTraceBesideTheLog() throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        Path folder = Path.of(more, "causes/w0-6.12-ic-base");
        List<BootAnalysis> boots = new ArrayList<>();
        try (LogSource trace = LogSource.file(folder.resolve("trace.txt.xz"));
                LogSource log = LogSource.file(folder.resolve("dmesg.txt"))) {
            BootAnalyzer analyzer = new BootAnalyzer("dmesg.txt", AnalysisOptions.LOG_ONLY, boots::add);
            LogReader.read(log, ReadingOptions.NUMBERS, new TraceJoin(TracedBoot.read(trace), analyzer));
        }
        WhatIf told = change(boots.get(0), Action.FASTER, "crypto_kdf108_init");

        assertThat(152_000L).isBetween(told.gainLowUs(), told.gainHighUs());
    }

    private static BootAnalysis analyze(Path log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.NUMBERS,
                new BootAnalyzer(log.toString(), AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}
