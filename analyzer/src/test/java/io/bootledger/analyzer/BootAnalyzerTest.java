package io.bootledger.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.StubName;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.symbols.SymbolTable;
import io.bootledger.traces.symbols.SymbolTable.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootAnalyzerTest {
    @Test
    void everyBootIsHandedOverWhenItEnds() {
        List<BootAnalysis> analyses = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("two.log", AnalysisOptions.LOG_ONLY, analyses::add);
        BootRecorded end = new BootRecorded("dmesg", 1, 3, 3, 3, 0, 0);

        Story.ofKernel("6.1.0").calling("a_init", 1).then(end).events().forEach(analyzer::accept);
        assertThat(analyses).hasSize(1);
        Story.ofKernel("6.8.0").calling("b_init", 1).then(end).events().forEach(analyzer::accept);

        assertThat(analyses).extracting(analysis -> analysis.kernel().release()).containsExactly("6.1.0", "6.8.0");
        assertThat(analyses.get(1).timeline().initcalls())
                .extracting(Initcall::function)
                .containsExactly("b_init");
        assertThat(analyses.get(1).diagnostics()).extracting(Diagnostic::code).contains("several-boots");
    }

    @Test
    void printedLevelsPlaceBuiltInInitcallsOnly() {
        BootAnalysis analysis = Story.ofKernel("7.2.0")
                .then(new LevelEntered(InitcallLevel.SUBSYS))
                .at(10)
                .calling("acpi_init", 1)
                .callingModule("m_init", "m", 70)
                .moduleReturned("m_init", "m", 0, 0)
                .at(30)
                .returned("acpi_init", 0, 12)
                .analysis();

        assertThat(analysis.timeline().initcalls())
                .extracting(Initcall::levelEvidence)
                .containsExactly(LevelEvidence.PRINTED, LevelEvidence.SYMBOL);
        assertThat(analysis.levels())
                .contains(new LevelSummary(InitcallLevel.SUBSYS, 1, 20, 10L, 30L))
                .extracting(LevelSummary::level)
                .containsExactly(InitcallLevel.SUBSYS, InitcallLevel.MODULE);
    }

    @Test
    void taskZeroAndLtoStubsTellTheLevelThemselves() {
        StubName stub = new StubName("pci_dma", 250, 136, "pci_iommu_init", "rootfs");
        InitcallSymbol symbol = new InitcallSymbol("__initstub__kmod_pci_dma", "pci_iommu_init", null, null, stub);
        List<Initcall> calls = Story.ofKernel("6.1.0")
                .calling("con_init", 0)
                .then(new InitcallStarted(symbol, 1))
                .analysis()
                .timeline()
                .initcalls();

        assertThat(calls).extracting(Initcall::level).containsExactly(InitcallLevel.CONSOLE, InitcallLevel.ROOTFS);
    }

    @Test
    void aSymbolTablePlacesCallsInItsOrder() {
        SymbolTable table = new SymbolTable(List.of(
                new Entry("xenbus_init", InitcallLevel.POSTCORE, false, null),
                new Entry("acpi_init", InitcallLevel.SUBSYS, false, null),
                new Entry("xenbus_init", InitcallLevel.DEVICE, false, null)));
        List<BootAnalysis> analyses = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("a.log", new AnalysisOptions(table), analyses::add);

        Story.ofKernel("6.1.0")
                .calling("xenbus_init", 1)
                .calling("acpi_init", 1)
                .calling("xenbus_init", 1)
                .then(new BootRecorded("dmesg", 1, 3, 3, 3, 0, 0))
                .events()
                .forEach(analyzer::accept);

        assertThat(analyses.get(0).timeline().initcalls())
                .extracting(Initcall::level)
                .containsExactly(InitcallLevel.POSTCORE, InitcallLevel.SUBSYS, InitcallLevel.DEVICE);
    }

    @Test
    void nothingIsAddedUpOverAnExcerptWithoutOrder() {
        Story story = Story.ofUnknownKernel();
        for (int i = 0; i < 9; i++) {
            story.at(i % 3 == 0 ? 9_000_000 - i * 100_000 : i * 100_000).returned("f" + i + "_init", 0, 900_000 - i);
        }
        BootAnalysis excerpt =
                story.then(new MemoryFreed("unused kernel memory", 1)).analysis();

        assertThat(excerpt.reading().unordered()).isTrue();
        assertThat(excerpt.timeline().initcalls()).hasSize(9);
        assertThat(excerpt.accounting().ledger()).isNull();
        assertThat(excerpt.phases()).isEmpty();
        assertThat(excerpt.levels()).isEmpty();
        assertThat(excerpt.totalUs()).isNull();
        assertThat(excerpt.diagnostics()).extracting(Diagnostic::code).contains("excerpt-without-order");
    }
}
