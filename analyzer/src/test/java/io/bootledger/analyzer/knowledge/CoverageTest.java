package io.bootledger.analyzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.RecordedLogs;
import io.bootledger.analyzer.timeline.Initcall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of a boot has one owner, on whole boots of kernels that Bootledger knows, or of near ones. */
class CoverageTest {
    private static final int WHOLE_BOOT = 250;
    private static final int LEAST_PER_MILLE_OF_CALLS = 910;
    private static final int LEAST_PER_MILLE_OF_TIME = 980;

    static List<Path> logs() throws IOException {
        return RecordedLogs.all().stream()
                .filter(log -> log.toString().matches(".*/samples/(amd64|arm64)-.*/dmesg.*|.*x13s.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void nearlyAllOfABootHasOneOwner(Path log) throws IOException {
        for (BootAnalysis boot : RecordedLogs.analyzed(log)) {
            List<Initcall> calls = boot.timeline().initcalls();
            List<Initcall> owned = calls.stream()
                    .filter(call -> boot.accounting()
                                    .origins()
                                    .of(call.function(), call.module(), call.level())
                                    .owner()
                            != null)
                    .toList();
            if (calls.size() >= WHOLE_BOOT) {
                System.out.printf(
                        "COVERAGE %s: %d of %d calls, %d of %d us%n",
                        log, owned.size(), calls.size(), us(owned), us(calls));
                assertThat(1_000L * owned.size())
                        .isGreaterThanOrEqualTo(LEAST_PER_MILLE_OF_CALLS * (long) calls.size());
                assertThat(1_000L * us(owned)).isGreaterThanOrEqualTo(LEAST_PER_MILLE_OF_TIME * us(calls));
            }
        }
    }

    private static long us(List<Initcall> calls) {
        return calls.stream()
                .filter(call -> call.durationUs() != null)
                .mapToLong(Initcall::durationUs)
                .sum();
    }
}
