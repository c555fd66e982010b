package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.RandomEvents;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.analyzer.knowledge.Maintainers;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.StubName;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.symbols.SymbolTable;
import io.bootledger.traces.symbols.SymbolTable.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpsTest {
    @Test
    void aProbeCountsForTheSubsystemThatRegisteredItsDriver() {
        assertThat(bySubsystem(boot().analysis(), null))
                .containsExactly(new RollUp("acpi", 300, 0), new RollUp("e1000", 250, 0), new RollUp("scsi", 100, 0));
    }

    @Test
    void theSymbolTableKnowsTheModuleBetterThanTheName() {
        SymbolTable symbols = new SymbolTable(List.of(
                new Entry("init_scsi", InitcallLevel.SUBSYS, false, "scsi_mod"),
                new Entry("acpi_init", InitcallLevel.SUBSYS, false, "bus"),
                new Entry("acpi_init", InitcallLevel.LATE, false, "other")));

        assertThat(bySubsystem(boot().analysis(), symbols))
                .extracting(RollUp::name)
                .as("two initcalls are called acpi_init: only the name tells")
                .containsExactly("acpi", "e1000", "scsi_mod");
    }

    @Test
    void anLtoStubNamesItsModule() {
        StubName stub = new StubName("pci_dma", 250, 136, "pci_iommu_init", "rootfs");
        InitcallSymbol symbol = new InitcallSymbol("__initstub__kmod_pci_dma", "pci_iommu_init", null, null, stub);
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .then(new InitcallStarted(symbol, 1))
                .at(40)
                .then(new InitcallFinished(symbol, 0, ReportedDuration.usecs(40)))
                .then(new InitProcessStarted("/init"));

        assertThat(bySubsystem(boot.analysis(), null)).containsExactly(new RollUp("pci_dma", 40, 0));
    }

    @Test
    void levelsStandInTheKernelsOrder() {
        assertThat(RollUps.byLevel(boot().analysis().accounting().ledger()))
                .containsExactly(new RollUp("subsys", 400, 0), new RollUp("device", 250, 0));
    }

    @Test
    void aProbeIsOwnedByWhoRegisteredItsDriver() {
        BootAnalysis boot = boot().analysis();
        CodeOrigins origins = new CodeOrigins("x86", KernelVersion.of("6.12.0"));
        Maintainers maintainers =
                Maintainers.of("ACPI\nM:\tA Person <a@example.org>\nS:\tMaintained\nF:\tdrivers/acpi/\n");

        assertThat(RollUps.byOwner(
                        boot.accounting().ledger(),
                        boot.timeline(),
                        boot.accounting().nesting(),
                        origins,
                        maintainers))
                .extracting(OwnedTime::owner, OwnedTime::us, OwnedTime::people)
                .containsExactly(
                        tuple("ACPI", 300L, List.of("A Person <a@example.org>")),
                        tuple("INTEL ETHERNET DRIVERS", 250L, List.of()),
                        tuple("SCSI SUBSYSTEM", 100L, List.of()));
    }

    @Test
    void whatNobodyKnowsIsOwnedByUnknown() {
        BootAnalysis boot = Story.ofKernel("6.12.0")
                .calling("no_such_init", 1)
                .at(30)
                .returned("no_such_init", 0, 30)
                .then(new InitProcessStarted("/init"))
                .analysis();

        assertThat(RollUps.byOwner(
                        boot.accounting().ledger(),
                        boot.timeline(),
                        boot.accounting().nesting(),
                        new CodeOrigins(null, null),
                        null))
                .containsExactly(new OwnedTime("unknown", 30, 0, List.of()));
    }

    @Test
    void symbolsThatNameNoModuleLeaveTheName() {
        SymbolTable symbols = new SymbolTable(List.of(
                new Entry("init_scsi", InitcallLevel.SUBSYS, false, null),
                new Entry("acpi_init", InitcallLevel.SUBSYS, false, "bus")));

        assertThat(bySubsystem(boot().analysis(), symbols))
                .extracting(RollUp::name)
                .containsExactly("bus", "e1000", "scsi");
    }

    @ParameterizedTest
    @CsvSource({
        "acpi_init,acpi",
        "init_scsi,scsi",
        "__e1000_init_module,e1000",
        "init_module,init_module",
        "late_resume_init,resume",
        "0xffffffff81d3a5c2,0xffffffff81d3a5c2",
        "_,_"
    })
    void theFirstTellingWordNamesTheSubsystem(String function, String subsystem) {
        assertThat(Subsystem.of(function)).isEqualTo(subsystem);
    }

    @Test
    void everyGroupingAddsUpToTheCalls() {
        for (int seed = 0; seed < 40; seed++) {
            BootAnalysis boot = randomBoot(seed);
            Ledger ledger = boot.accounting().ledger();
            long calls = ledger.us(Kind.INITCALL) + ledger.us(Kind.PROBE);

            assertThat(sum(RollUps.byLevel(ledger))).as("seed %d", seed).isEqualTo(calls);
            assertThat(sum(bySubsystem(boot, null))).as("seed %d", seed).isEqualTo(calls);
        }
    }

    private static BootAnalysis randomBoot(long seed) {
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("random.log", AnalysisOptions.LOG_ONLY, boots::add);
        RandomEvents.stream(seed, 200).forEach(analyzer::accept);
        Story.ofUnknownKernel()
                .then(new BootRecorded("dmesg", 1, 200, 200, 200, 0, 0))
                .events()
                .forEach(analyzer::accept);
        return boots.get(0);
    }

    private static long sum(List<RollUp> groups) {
        return groups.stream().mapToLong(RollUp::us).sum();
    }

    private static List<RollUp> bySubsystem(BootAnalysis boot, SymbolTable symbols) {
        return RollUps.bySubsystem(
                boot.accounting().ledger(), boot.timeline(), boot.accounting().nesting(), symbols);
    }

    private static Story boot() {
        return Story.ofKernel("7.2.0")
                .then(new LevelEntered(InitcallLevel.SUBSYS))
                .at(0)
                .calling("acpi_init", 1)
                .at(300)
                .returned("acpi_init", 0, 290)
                .calling("init_scsi", 1)
                .at(400)
                .returned("init_scsi", 0, 90)
                .then(new LevelEntered(InitcallLevel.DEVICE))
                .calling("e1000_init_module", 1)
                .at(600)
                .probe("0000:00:03.0", 0, 150)
                .at(650)
                .returned("e1000_init_module", 0, 250)
                .then(new InitProcessStarted("/init"));
    }
}
