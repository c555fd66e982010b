package io.bootledger.readmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTableTest {
    private static final BootId ID = new BootId("0123456789abcdef".repeat(4));

    static List<Path> samples() throws IOException {
        return Samples.all();
    }

    private static BootHeader header(BootSummary boot) {
        return new BootHeader(
                ID,
                new BootOrigin(boot.boot(), 2, new TreeMap<>(Map.of("board", "x"))),
                boot.kernel(),
                "a machine",
                null,
                7);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBootComesBackAsItWas(Path log) {
        BootSummary boot = BootSummary.of(Samples.analysis(log));
        TabledBoot back = SummaryTable.boot(SummaryTable.cells(header(boot), boot));
        assertThat(back.header()).isEqualTo(header(boot));
        assertThat(SummaryFacts.facts(back.summary(), new KeyBook()).plain())
                .isEqualTo(SummaryFacts.facts(boot, new KeyBook()).plain());
    }

    @Test
    void eachCellHasItsColumn() {
        BootSummary boot = BootSummary.of(Samples.analysis(Samples.log("amd64-6.1-cloud/dmesg.txt")));
        List<@Nullable Object> cells = SummaryTable.cells(header(boot), boot);
        assertThat(cells).hasSameSizeAs(SummaryTable.COLUMNS);
        for (int at = 0; at < cells.size(); at++) {
            SummaryColumn column = SummaryTable.COLUMNS.get(at);
            assertThat(cells.get(at))
                    .as(column.name())
                    .satisfiesAnyOf(
                            cell -> assertThat(cell).isNull(),
                            cell -> assertThat(cell).isInstanceOf(type(column.form())));
        }
    }

    private static Class<?> type(SummaryColumn.Form form) {
        return switch (form) {
            case TEXT -> String.class;
            case NUMBER -> Long.class;
            case TEXT_BY_NAME, NUMBER_BY_NAME -> Map.class;
            case TEXTS, RECORDS -> List.class;
        };
    }

    @Test
    void aRowWithoutWhatEveryBootHasIsNone() {
        List<@Nullable Object> nothing = Arrays.asList(new @Nullable Object[SummaryTable.COLUMNS.size()]);
        assertThatThrownBy(() -> SummaryTable.boot(Collections.unmodifiableList(nothing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its boot is missing");
    }
}
