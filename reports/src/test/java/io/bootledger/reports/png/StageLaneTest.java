package io.bootledger.reports.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisLedger.Entry;
import io.bootledger.analyzer.axis.AxisLedger.Kind;
import io.bootledger.reports.png.draw.Drawing;
import io.bootledger.reports.png.draw.Fan;
import io.bootledger.reports.png.draw.Scale;
import io.bootledger.reports.png.draw.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageLaneTest {
    private static Drawing drawn(@Nullable AxisLedger ledger) {
        Sheet sheet = new Sheet(new Scale(0, 2_500_000, 1_000));
        StageLane.write(ledger, true, sheet);
        return sheet.drawing("", "", "");
    }

    private static final AxisLedger WHOLE = new AxisLedger(
            -2_000_000,
            8_000_000,
            List.of(
                    new Entry("U-Boot", Kind.LOADER, 1_900_000, 13_807L),
                    new Entry("before the kernel's clock", Kind.BEFORE_KERNEL, 100_000, null),
                    new Entry("kernel", Kind.KERNEL, 2_000_000, null),
                    new Entry("systemd\u001b[2J", Kind.USERSPACE, 6_000_000, null)),
            List.of("login prompt"));

    @Test
    void theWholeStandsOnAScaleOfItsOwn() {
        Drawing drawing = drawn(WHOLE);
        assertThat(drawing.boxes())
                .extracting(box -> box.x() + "+" + box.width() + " " + box.text())
                .containsExactly(
                        "0+189 U-Boot 1.900 s", "190+9 ", "200+199 kernel 2.000 s", "400+599 systemd\\x1b[2J 6.000 s");
        assertThat(drawing.boxes().get(2).rgb())
                .isNotEqualTo(drawing.boxes().get(3).rgb());
        assertThat(drawing.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.text()).isEqualTo("before the kernel's clock 100 ms");
            assertThat(flag.footY()).isEqualTo(drawing.boxes().get(0).y());
        });
        assertThat(drawing.notes())
                .containsExactly(
                        "stages: 10.000 s in all, on a scale of their own, to within 13.8 ms; no clock tells how"
                                + " long: login prompt");
    }

    /** What the lanes below show begins with the kernel's clock and goes on behind its end. */
    @Test
    void whatTheLanesBelowShowFansOut() {
        Drawing drawing = drawn(WHOLE);
        int bottom = drawing.lanes().get(0).y() + drawing.lanes().get(0).height();
        assertThat(drawing.fans()).containsExactly(new Fan(200, 450, bottom, 0, 1_000, drawing.height()));
    }

    @Test
    void theKernelAloneIsNoLane() {
        assertThat(drawn(null).lanes()).isEmpty();
        AxisLedger kernel =
                new AxisLedger(0, 2_000_000, List.of(new Entry("kernel", Kind.KERNEL, 2_000_000, null)), List.of());
        assertThat(drawn(kernel)).isEqualTo(drawn(null));
    }
}
