package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.machine.InitProcessStarted;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Initcalls of ten milliseconds, with a probe each and gaps of some length between them. */
class LongGapTest {
    @Test
    void aMillisecondIsLong() {
        assertThat(gaps(10, 10, 1_000)).containsExactly("between unplaced initcalls 20", "after f2 1000");
    }

    @Test
    void lessIsNot() {
        assertThat(gaps(10, 10, 999)).containsExactly("between unplaced initcalls 1019");
    }

    @Test
    void whereAllAreLongOnlyFourTimesAsMuchIs() {
        assertThat(gaps(500, 500, 500, 2_000)).containsExactly("between unplaced initcalls 1500", "after f3 2000");
        assertThat(gaps(500, 500, 500, 1_999)).containsExactly("between unplaced initcalls 3499");
    }

    private static Stream<String> gaps(long... gaps) {
        Story boot = Story.ofKernel("6.12.0");
        long now = 10;
        for (int i = 0; i <= gaps.length; i++) {
            boot.at(now).calling("f" + i, 1).at(now + 9_000).probe("dev" + i, 0, 100);
            boot.at(now + 10_000).returned("f" + i, 0, 10_000);
            now += 10_000 + (i < gaps.length ? gaps[i] : 0);
        }
        boot.then(new InitProcessStarted("/init"));
        return boot.analysis().accounting().ledger().accounts().stream()
                .filter(account -> account.kind() == Kind.GAP)
                .map(account -> account.name() + " " + account.us());
    }
}
