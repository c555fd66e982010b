package io.bootledger.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.Boots;
import io.bootledger.reports.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    private static final Path SAMPLE = Path.of("..", "traces", "samples", "amd64-6.1-cloud", "dmesg.txt");

    @Test
    void initcallsStandInCallOrderUnderTheirHeader() throws IOException {
        assertThat(initcalls(Boots.whole()).lines())
                .startsWith(
                        "source,boot,ordinal,function,symbol,module,level,level_sync,level_evidence,level_certain,pid,"
                                + "start_us,end_us,duration_us,self_us,own_low_us,own_high_us,wait_low_us,wait_high_us,waited_for,"
                                + "wait_evidence,duration_evidence,doubt,reported_us,return,errno,outcome,line,"
                                + "file,kconfig,owner",
                        "whole.log,1,1,trace_init_flags_sys_enter,trace_init_flags_sys_enter+0x0/0x100,,early,,printed,"
                                + "true,1,400000,400845,845,845,0,845,0,0,,,reported,,845,0,,ok,101,"
                                + "include/trace/events/syscalls.h,,TRACING")
                .hasSize(6)
                .last()
                .asString()
                .contains(",-22,EINVAL,failed,105,lib/raid/raid6/");
    }

    @Test
    void whatACallWaitedForIsBoundedAndAddsUpToItsDuration() throws IOException {
        List<CSVRecord> calls = records(initcalls(Samples.boots(SAMPLE).get(0)));
        CSVRecord waits = calls.stream()
                .filter(call -> call.get("function").equals("crypto_algapi_init"))
                .findFirst()
                .orElseThrow();
        assertThat(waits.get("waited_for")).isEqualTo("cryptotest");
        assertThat(waits.get("wait_evidence")).isEqualTo("likely");
        assertThat(number(waits, "wait_low_us")).isPositive();
        for (CSVRecord call : calls) {
            long duration = number(call, "duration_us");
            assertThat(number(call, "own_high_us") + number(call, "wait_low_us"))
                    .isEqualTo(duration);
            assertThat(number(call, "wait_high_us")).isBetween(number(call, "wait_low_us"), duration);
            assertThat(call.get("waited_for").isEmpty()).isEqualTo(number(call, "wait_high_us") == 0);
        }
    }

    private static long number(CSVRecord row, String column) {
        return Long.parseLong(row.get(column));
    }

    @Test
    void probesStandInTheOrderInWhichTheyEnded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = CsvReport.probes(out);
        csv.add(Boots.whole());
        csv.end();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        source,boot,ordinal,device,driver,start_us,end_us,duration_us,self_us,own_low_us,own_high_us,wait_low_us,wait_high_us,waited_for,wait_evidence,doubt,return,errno,outcome,line,inside_initcall,inside_probe
                        whole.log,1,1,serial8250,,1200000,2100000,900000,900000,0,900000,0,0,,,,0,,ok,1200,,
                        whole.log,1,2,0000:00:04.0,,2900000,2901500,1500,1500,0,1500,0,0,,,,-517,EPROBE_DEFER,deferred,2900,,
                        whole.log,1,3,0000:00:04.0,,2950000,2951700,1700,1700,0,1700,0,0,,,,-517,EPROBE_DEFER,deferred,2950,,
                        """);
    }

    @Test
    void theAccountsOfTheLedgerAddUpToItsTotal() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = CsvReport.ledger(out);
        csv.add(Boots.whole());
        csv.add(Boots.hanging());
        csv.end();
        String ledger = out.toString(StandardCharsets.UTF_8);
        assertThat(ledger)
                .startsWith("source,boot,account,name,level,evidence,us,doubtful_us\nwhole.log,1,before_initcalls,");
        assertThat(records(ledger).stream().mapToLong(each -> Long.parseLong(each.get("us"))))
                .satisfies(amounts -> assertThat(
                                amounts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(Boots.whole().accounting().ledger().totalUs()));
    }

    @Test
    void aLevelTellsWhatItsInitcallsTookAndWhatIsBookedOnIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = CsvReport.levels(out);
        csv.add(Boots.whole());
        csv.end();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("source,boot,level,count,likely,duration_us,self_us,doubtful_us,ledger_us,start_us,end_us\n"
                        + "whole.log,1,early,1,0,845,845,0,")
                .contains("whole.log,1,module,1,0,12345,12345,0,0,4000000,4012345\n");
    }

    @Test
    void absentFactsAreEmptyCells() throws IOException {
        assertThat(initcalls(Boots.hanging()).lines())
                .last()
                .isEqualTo(
                        "hanging.log,1,1,pcifixup,pcifixup+0x0/0x100,,,,unknown,false,1,,,,,,,,,,,unknown,,,,,unfinished,12,,,");
    }

    @Test
    void bootsAreCounted() throws IOException {
        assertThat(records(initcalls(Boots.hanging(), Boots.empty(), Boots.hanging())))
                .extracting(record -> record.get("boot"))
                .containsExactly("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aNameThatLooksLikeAFormulaIsText(String name) throws IOException {
        CSVRecord record = records(initcalls(boot(name))).get(0);
        assertThat(record.get("function")).isEqualTo("'" + name);
        assertThat(record.get("return")).isEqualTo("-19");
    }

    @Test
    void quotesCommasAndLineBreaksComeBack() throws IOException {
        String name = "a\"b,c\r\nd\té";
        assertThat(records(initcalls(boot(name))).get(0).get("function")).isEqualTo(name);
    }

    @Test
    void otherControlCharactersAreWrittenOut() throws IOException {
        assertThat(records(initcalls(boot("a\u001b[2J\u0000"))).get(0).get("function"))
                .isEqualTo("a\\x1b[2J\\x00");
    }

    private static BootAnalysis boot(String name) {
        return Boots.named("x.log", List.of(Boots.initcall(1, name, null, null, 0, 1L, -19)));
    }

    private static String initcalls(BootAnalysis... boots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = CsvReport.initcalls(out);
        for (BootAnalysis boot : boots) {
            csv.add(boot);
        }
        csv.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(csv)).getRecords();
    }
}
