package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An ARM board whose log holds the kernel's own reasons ({@code console.log.xz}), the same log without them ({@code dmesg.txt}), and
 * the truth that was read from them. Needs the logs in BOOTLEDGER_TRACES.
 */
class DeferralTruthTest {
    /** Devices, each with the supplier that it waited for, as the driver core calls it: those whose supplier has a probe. */
    private final Map<String, String> suppliers = new TreeMap<>();

    private Path board;

    @BeforeEach
    void theTruth() throws IOException {
        String traces = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(traces).isNotNull();
        board = Path.of(traces, "causes", "a1-sabrelite");
        for (String row : Files.readAllLines(board.resolve("deferrals.tsv"))) {
            String[] columns = row.split("\t");
            if (columns[5].equals("-517")) {
                suppliers.put(columns[0], columns[6].replaceFirst("path:.*/efuse@21bc000/.*", "21bc000.efuse"));
            }
        }
        assertThat(suppliers).hasSize(5);
    }

    @Test
    void withoutTheKernelsReasonsTheTrueSupplierIsAmongFewCandidates() throws IOException {
        Map<String, Deferral> deferrals = deferrals("dmesg.txt");
        suppliers.forEach((device, supplier) -> {
            Deferral deferral = deferrals.get(device);
            assertThat(deferral.candidates()).as(device).contains(supplier).hasSizeLessThanOrEqualTo(Deferral.FEW);
            assertThat(deferral.supplier()).as(device).isIn(supplier, null);
        });
    }

    @Test
    void withThemTheOneSupplierIsKnown() throws IOException {
        Map<String, Deferral> deferrals = deferrals("console.log.xz");
        suppliers.forEach((device, supplier) ->
                assertThat(deferrals.get(device).supplier()).as(device).isEqualTo(supplier));
    }

    /** All of these devices are bound after the hand-over to init, 25.4 s: none of their suppliers can gain anything before it. */
    @Test
    void ofDevicesThatAreBoundBehindInitNoGainIsTold() throws IOException {
        for (String log : List.of("console.log.xz", "dmesg.txt")) {
            BootAnalysis boot = analyze(log);
            long initUs = boot.accounting().ledger().toUs();
            assertThat(boot.accounting().deferrals())
                    .filteredOn(deferral -> suppliers.containsKey(deferral.device()))
                    .hasSize(5)
                    .allMatch(deferral -> deferral.boundUs() > initUs);
            assertThat(boot.accounting().whatIfs()).noneMatch(change -> change.action() == Action.SUPPLIER);
        }
    }

    private Map<String, Deferral> deferrals(String log) throws IOException {
        Map<String, Deferral> deferrals = new TreeMap<>();
        analyze(log).accounting().deferrals().forEach(deferral -> deferrals.put(deferral.device(), deferral));
        return deferrals;
    }

    private BootAnalysis analyze(String log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer(log, AnalysisOptions.LOG_ONLY, boots::add);
        LogReader.read(LogSource.file(board.resolve(log)), ReadingOptions.EVERYTHING, analyzer);
        return boots.get(0);
    }
}
