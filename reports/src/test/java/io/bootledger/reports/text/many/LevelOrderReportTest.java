package io.bootledger.reports.text.many;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.analyzer.levels.OrderDifference;
import io.bootledger.analyzer.levels.OrderDifference.Kind;
import io.bootledger.reports.Boots;
import io.bootledger.reports.LevelOrder;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelOrderReportTest {
    @Test
    void levelsStandInTheKernelsOrder() {
        String text = text(null, null);
        assertThat(text.lines()
                        .filter(line -> line.matches("[a-z]+: .*initcalls?, .*"))
                        .map(line -> line.split(":")[0]))
                .containsExactly("early", "subsys", "device", "module");
        assertThat(text).contains("trace_init_flags_sys_enter").doesNotContain("order");
    }

    @Test
    void aLevelThatNothingRanAtSaysSo() {
        assertThat(text(InitcallLevel.PURE, null)).contains("no initcall at level pure");
        assertThat(text(InitcallLevel.SUBSYS, null)).contains("acpi_init").doesNotContain("\ndevice");
    }

    @Test
    void equalOrderIsOneLine() {
        assertThat(text(null, new OrderComparison(573, 0, 0, List.of())))
                .contains("  order equals the symbol table's: 573 of 573, none missing, none extra\n");
    }

    @Test
    void aPartOfABootIsNotCalledDifferent() {
        assertThat(text(null, new OrderComparison(5, 3, 2, List.of())))
                .contains("5 of 5; the table has 3 before this log, 2 after it\n");
    }

    @Test
    void differencesAreNamedSafely() {
        OrderComparison order = new OrderComparison(
                5,
                0,
                0,
                List.of(
                        new OrderDifference(Kind.MISSING, "lost_init", InitcallLevel.FS, null),
                        new OrderDifference(Kind.OUT_OF_ORDER, "early_bird", InitcallLevel.LATE, 3),
                        new OrderDifference(Kind.EXTRA, "bad\u001b[2J", null, 7)));
        assertThat(text(null, order))
                .contains("5 of 7 in link order, 1 out of it, 1 missing, 1 extra", "bad\\x1b[2J")
                .containsPattern("missing +lost_init +fs")
                .containsPattern("out of order +3 +early_bird +late")
                .doesNotContain("\u001b");
    }

    private static String text(InitcallLevel only, OrderComparison order) {
        return LevelOrderReport.of(new LevelOrder(Boots.whole(), only, order, List.of()), TextLayout.PLAIN);
    }
}
