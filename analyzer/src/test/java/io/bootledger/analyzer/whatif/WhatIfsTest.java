package io.bootledger.analyzer.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.CpusBroughtUp;
import io.bootledger.traces.event.InitProcessStarted;
import io.bootledger.traces.event.InitrdUnpackStarted;
import io.bootledger.traces.event.MemoryFreed;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
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

        assertThat(gone.gainHighUs()).isEqualTo(120_000);
        assertThat(gone.gainLowUs()).isZero();
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
        "INITRAMFS, '', w1-6.12-ic-nopad",
        "NO_SELF_TESTS, '', w3-6.12-ic-notests",
        "FASTER, crypto_kdf108_init, w5-6.12-ic-nokdf"
    })
    void whatWasReallyGainedLiesInside(Action action, String target, String changed) throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        BootAnalysis base = analyze(Path.of(more, "causes", "w0-6.12-ic-base", "dmesg.txt"));
        BootAnalysis other = analyze(Path.of(more, "causes", changed, "dmesg.txt"));
        long gained = base.accounting().ledger().totalUs()
                - other.accounting().ledger().totalUs();

        WhatIf told = change(base, action, target);

        assertThat(gained).isBetween(told.gainLowUs(), told.gainHighUs());
    }

    /** The same boots, of which only the gain is on record: docs/causes.md. */
    @ParameterizedTest
    @CsvSource({
        "FASTER, jent_mod_init, 2264000",
        "UNPACK_AT_ONCE, '', 520000",
        "FASTER, load_system_certificate_list, 0"
    })
    void whatIsOnRecordLiesInside(Action action, String target, long gained) throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        WhatIf told = change(analyze(Path.of(more, "causes", "w0-6.12-ic-base", "dmesg.txt")), action, target);

        assertThat(gained).isBetween(told.gainLowUs(), told.gainHighUs());
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
