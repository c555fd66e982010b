package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population;
import io.bootledger.analyzer.population.Population.Counted;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.analyzer.population.Spread;
import io.bootledger.reports.csv.PopulationCsv;
import io.bootledger.reports.json.PopulationJson;
import io.bootledger.reports.text.many.PopulationReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.InitcallLevel;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationReportsTest {
    private static final InitcallKey ACPI = new InitcallKey("acpi_init", null, 1);
    private static final InitcallKey HOSTILE = new InitcallKey("=HYPERLINK(\"x\")\u001b[2J", "a,b", 2);
    private static final Population BOOTS = new Population(
            3,
            2,
            List.of(new Counted<>("no sign of init in its log\u001b[2J", 1)),
            Spread.of(1_000, 3_000),
            List.of(
                    new Part("U-Boot\u001b[2J", Spread.of(2_000_000)),
                    new Part("user space", Spread.of(5_000_000, 7_000_000))),
            List.of(new Part("async_wait", Spread.of(10, 20))),
            List.of(new Part("subsys", Spread.of(500, 501))),
            List.of(
                    new InitcallSpread(ACPI, InitcallLevel.SUBSYS, 3, Spread.of(400, 410, 420)),
                    new InitcallSpread(HOSTILE, null, 1, null)),
            List.of(new Counted<>(new FailureKey("probe", "0000:00:1f.2", null, "ETIMEDOUT"), 2)),
            List.of(new Counted<>("+dev", 1)),
            List.of(
                    new KernelBoots(null, 1, 0, null, List.of(), null, List.of(), List.of()),
                    new KernelBoots(
                            "6.1.0", 1, 1, Spread.of(1_000), List.of("init_started"), null, List.of(), List.of()),
                    new KernelBoots(
                            "6.2.0",
                            1,
                            1,
                            Spread.of(3_000),
                            List.of("init_started"),
                            "6.1.0",
                            List.of(HOSTILE),
                            List.of(ACPI))));
    private static final Population NOTHING = new Population(
            1, 0, List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    @Test
    void theJsonFulfilsItsSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(PopulationJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON);
        String json = PopulationJson.of(BOOTS, List.of("kernel=6*"));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(PopulationJson.of(NOTHING, List.of()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(json.replace("p95_us", "p96_us"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(json.replace("\"ETIMEDOUT\"", "7"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theJsonHasARowOnEachLineInPlainAscii() {
        assertThat(PopulationJson.of(BOOTS, List.of()))
                .contains("""
                  "initcalls": [
                    {"function": "acpi_init", "module": null, "occurrence": 1, "level": "subsys", "boots": 3, "duration": \
                {"timed": 3, "median_us": 410, "p95_us": 420, "min_us": 400, "max_us": 420, "cv_permille": 24}},
                """)
                .matches("[\\n -~]+")
                .endsWith("}\n");
    }

    @Test
    void theCsvHasARowForEachInitcall() {
        assertThat(PopulationCsv.of(BOOTS, PopulationTable.INITCALL)).isEqualTo("""
                function,module,occurrence,level,boots,timed,median_us,p95_us,min_us,max_us,cv_permille
                acpi_init,,1,subsys,3,3,410,420,400,420,24
                "'=HYPERLINK(""x"")\\x1b[2J","a,b",2,,1,,,,,,
                """);
    }

    @Test
    void theCsvTellsWhatAKernelBroughtAndDropped() {
        assertThat(PopulationCsv.of(BOOTS, PopulationTable.CHANGE))
                .startsWith("""
                release,since,change,function,module,occurrence
                6.2.0,6.1.0,new,""")
                .endsWith("""
                6.2.0,6.1.0,gone,acpi_init,,1
                """);
        assertThat(PopulationCsv.of(BOOTS, PopulationTable.KERNEL))
                .contains("\n6.1.0,1,1,init_started,,,,1,1000,")
                .contains("\n6.2.0,1,1,init_started,6.1.0,1,1,1,3000,");
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasAHeaderAndRowsOfItsWidth(PopulationTable table) {
        List<String> lines = PopulationCsv.of(BOOTS, table).lines().toList();
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(PopulationCsv.of(NOTHING, table)).isEqualTo(lines.get(0) + "\n");
    }

    @Test
    void theTextShowsTheLargestFirst() {
        assertThat(text(EnumSet.allOf(PopulationTable.class), 20)).isEqualTo("""
                3 boots of 2 kernels, 1 of them incomplete
                  incomplete: no sign of init in its log\\x1b[2J

                Until the hand-over to init
                  kernel   boots  incomplete  median ms  p95 ms  min ms  max ms
                  unknown      1           1    unknown
                  6.1.0        1                  1.000   1.000   1.000   1.000
                  6.2.0        1                  3.000   3.000   3.000   3.000
                  counted until init started

                Initcalls, the largest median first
                  function                         level   boots  median ms  p95 ms  min ms  max ms  cv %
                  acpi_init                        subsys      3      0.410   0.420   0.400   0.420   2.4
                  =HYPERLINK("x")\\x1b[2J [a,b] #2              1    unknown

                Levels
                  level   boots  median ms  p95 ms  min ms  max ms  cv %
                  subsys      2      0.500   0.501   0.500   0.501   0.1

                Phases
                  phase       boots  median ms  p95 ms  min ms  max ms  cv %
                  async wait      2      0.015   0.020   0.010   0.020  47.1

                From power-on to login
                  segment        boots  median ms    p95 ms    min ms    max ms  cv %
                  U-Boot\\x1b[2J      1   2000.000  2000.000  2000.000  2000.000
                  user space         2   6000.000  7000.000  5000.000  7000.000  23.6

                Failures
                  boots  what
                      2  probe 0000:00:1f.2 (ETIMEDOUT)

                Deferred probes
                  boots  what
                      1  +dev

                Initcalls of 6.2.0 since 6.1.0: 1 new, 1 gone
                  new   =HYPERLINK("x")\\x1b[2J [a,b] #2
                  gone  acpi_init
                """);
    }

    @Test
    void aLongTableIsCutAndSaysSo() {
        assertThat(text(Set.of(PopulationTable.INITCALL), 1))
                .contains("and 1 more: --top 2 shows them")
                .doesNotContain("HYPERLINK");
    }

    @Test
    void narrowPaperHasNoRoomForTheExtremes() {
        String narrow = PopulationReport.of(BOOTS, Set.of(PopulationTable.INITCALL), 20, new TextLayout(80, false));
        assertThat(narrow)
                .doesNotContain("max ms")
                .contains("=HYPERLINK(\"x\")\\x1b[2J [a,b] #2")
                .contains("0.410");
    }

    @Test
    void nothingKnownIsShownAsNothing() {
        assertThat(PopulationReport.of(NOTHING, EnumSet.allOf(PopulationTable.class), 20, TextLayout.PLAIN))
                .startsWith("1 boot of an unknown kernel, 1 of them incomplete\n");
    }

    private static String text(Set<PopulationTable> tables, int top) {
        return PopulationReport.of(BOOTS, tables, top, TextLayout.PLAIN);
    }

    @Test
    void aKernelsNameReachesTheTerminalAsText() {
        KernelBoots hostile = new KernelBoots(
                "6.2\u001b[31m", 1, 1, Spread.of(3_000), List.of(), "6.1\u0007", List.of(ACPI), List.of());
        Population population = new Population(
                1,
                1,
                List.of(),
                Spread.of(3_000),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(hostile));

        assertThat(PopulationReport.of(population, EnumSet.allOf(PopulationTable.class), 20, TextLayout.PLAIN))
                .contains("since 6.1")
                .doesNotContain("\u001b", "\u0007");
    }
}
