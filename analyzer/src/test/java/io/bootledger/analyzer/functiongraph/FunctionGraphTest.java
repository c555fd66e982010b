package io.bootledger.analyzer.functiongraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import io.bootledger.traces.event.call.FunctionStackTimed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionGraphTest {
    private static final InitcallSymbol ACPI = new InitcallSymbol("acpi_init+0x0/0x4bd", "acpi_init", null, null, null);

    @Test
    void aFunctionHasTheTimeOfAllWaysToItTheLargestFirst() {
        FunctionGraph graph = fold(
                new FunctionGraphJoined("trace.txt", 1, 1, 0, 0, 0, 0, 0),
                new FunctionStackTimed(ACPI, List.of(), 1, 40),
                new FunctionStackTimed(ACPI, List.of("kmalloc"), 2, 30),
                new FunctionStackTimed(ACPI, List.of("bus_register", "kmalloc"), 1, 50),
                new FunctionStackTimed(ACPI, List.of("bus_register"), 1, -1),
                new FunctionStackTimed(null, List.of("kthread"), 1, 7));
        GraphedCall call = graph.initcalls().get("acpi_init+0x0/0x4bd");
        assertThat(call.functions())
                .containsExactly(new FunctionTime("kmalloc", 3, 80), new FunctionTime("acpi_init", 1, 40));
        assertThat(call.ns()).isEqualTo(120);
        assertThat(graph.elsewhere().functions()).containsExactly(new FunctionTime("kthread", 1, 7));
        assertThat(graph.isAlone()).isFalse();
        assertThat(GraphDiagnostics.of(graph)).isEmpty();
    }

    @Test
    void whatATraceLacksIsSaid() {
        FunctionGraph graph = fold(new FunctionGraphJoined("trace.txt", 0, 0, 132, 1, 2, 3, 4));
        assertThat(GraphDiagnostics.of(graph))
                .extracting(Diagnostic::code)
                .containsExactly("graph-alone", "graph-not-whole");
        assertThat(GraphDiagnostics.of(graph).get(1).text())
                .contains("132 events were lost", "1 call began", "2 calls do not return", "4 lines cannot be read");
    }

    private static FunctionGraph fold(BootEvent... events) {
        FunctionGraphProjection projection = new FunctionGraphProjection();
        for (BootEvent event : events) {
            projection.apply(new RecordedEvent(0, null, null, null, event, new Origin(0, null)));
        }
        return projection.view();
    }
}
