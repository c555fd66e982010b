package io.bootledger.analyzer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.RecordedLogs;
import io.bootledger.analyzer.knowledge.Essential;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is advised on every real log there is. */
class RecordedAdviceTest {
    private static final Pattern BLACKLIST = Pattern.compile("initcall_blacklist=(\\w+)");

    static List<Path> logs() throws IOException {
        return RecordedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void nothingIsAdvisedThatBreaksTheMachine(Path log) throws IOException {
        for (BootAnalysis boot : RecordedLogs.analyzed(log)) {
            for (Advice advice : boot.advice()) {
                Matcher leftOut = BLACKLIST.matcher(advice.solution());
                while (leftOut.find()) {
                    assertThat(Essential.reason(leftOut.group(1)))
                            .as(advice.solution())
                            .isNull();
                    assertThat(called(leftOut.group(1), boot))
                            .allSatisfy(
                                    call -> assertThat(call.level()).isIn(InitcallLevel.DEVICE, InitcallLevel.LATE));
                    assertThat(advice.solution()).contains("to measure what it costs");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noCauseIsClaimedThatADurationCannotTell(Path log) throws IOException {
        for (BootAnalysis boot : RecordedLogs.analyzed(log)) {
            assertThat(boot.advice()).allSatisfy(advice -> {
                assertThat(advice.title() + advice.explanation()).doesNotContain("by itself", "tests or times itself");
                assertThat(advice.solution()).doesNotContain("driver_async_probe=*", "initramfs_async=0");
                if (advice.gainUs() != null && boot.accounting().ledger() != null) {
                    assertThat(advice.gainUs())
                            .isLessThanOrEqualTo(boot.accounting().ledger().totalUs());
                }
            });
        }
    }

    /** One question, one answer: what a what-if says. */
    @ParameterizedTest
    @MethodSource("logs")
    void whatACallIsSaidToSaveIsWhatTheChangeGains(Path log) throws IOException {
        for (BootAnalysis boot : RecordedLogs.analyzed(log)) {
            List<Long> gains =
                    boot.accounting().whatIfs().stream().map(WhatIf::gainHighUs).toList();
            assertThat(boot.advice())
                    .filteredOn(advice -> advice.code().equals("slow-initcall") && advice.gainUs() != null)
                    .allSatisfy(advice -> assertThat(gains).contains(advice.gainUs()));
        }
    }

    private static List<Initcall> called(String function, BootAnalysis boot) {
        return boot.timeline().initcalls().stream()
                .filter(call -> call.function().equals(function))
                .toList();
    }
}
