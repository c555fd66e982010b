package io.bootledger.analyzer.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderComparisonTest {
    private static final SymbolTable TABLE = new SymbolTable(
            List.of("console con", "early a", "core b", "core c", "arch d", "fs e", "device f", "late g").stream()
                    .map(LevelPlacerTest::entry)
                    .toList());

    @Test
    void aBootInLinkOrderDiffersInNothing() {
        assertThat(compared("con", "a", "b", "c", "d", "e", "f", "g"))
                .isEqualTo(new OrderComparison(8, 0, 0, List.of()));
    }

    @Test
    void lostHeadAndCutTailAreNotMissing() {
        assertThat(compared("c", "d", "e")).isEqualTo(new OrderComparison(3, 3, 2, List.of()));
    }

    @Test
    void whatDiffersIsNamed() {
        assertThat(compared("con", "a", "c", "stranger", "f", "d", "e", "g").differences().stream()
                        .map(each -> each.kind() + " " + each.function() + " " + each.level() + " " + each.ordinal()))
                .containsExactly("MISSING b core null", "EXTRA stranger null 4", "OUT_OF_ORDER f device 5");
    }

    @Test
    void aBlacklistedInitcallIsNotMissing() {
        assertThat(OrderComparison.of(calls("a", "c"), Set.of("b"), TABLE).differences())
                .isEmpty();
    }

    @Test
    void aBootWithoutCallsMatchesNothing() {
        assertThat(compared()).isEqualTo(new OrderComparison(0, 8, 0, List.of()));
    }

    private static OrderComparison compared(String... functions) {
        return OrderComparison.of(calls(functions), Set.of(), TABLE);
    }

    private static List<Initcall> calls(String... functions) {
        List<Initcall> calls = new ArrayList<>();
        for (String function : functions) {
            InitcallSymbol symbol = new InitcallSymbol(function, function, null, null, null);
            calls.add(LevelPlacerTest.call(symbol, 1, null, calls.size() + 1));
        }
        return calls;
    }
}
