package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainTest {
    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    Path directory;

    @Test
    void anInitcallIsExplainedByItsLines() {
        Run run = Run.bootledger("explain", SAMPLE, "acpi_init");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("acpi_init, initcall 201 of 677 in ").endsWith("""
                  585  [    0.904599] calling  acpi_init+0x0/0x4bd @ 1
                       initcall_started, event 583, at 0.904599 s
                  648  [    0.992864] initcall acpi_init+0x0/0x4bd returned 0 after 92000 usecs
                       initcall_finished, event 646, at 0.992864 s

                  duration   88.265 ms, by the time stamps: before the clock source is switched the reported value
                             counts whole timer ticks (kernel/time/jiffies.c)
                  reported   92000 usecs
                  stamps     0.992864 s - 0.904599 s = 88.265 ms
                  self time  88.265 ms: no probe ran inside it
                  in doubt   the kernel does not trust its counter, so the stamps stand still wherever a timer tick
                             is late
                  level      subsys: certain by what other kernels run there, and because levels never go back;
                             before it fbmem_init (subsys); after it acpi_hed_driver_init (subsys)
                  outcome    ok: returned 0
                  account    initcall acpi_init: 88.265 ms by straightened time stamps
                  own        0.000 ms to 88.265 ms can be its own
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amd64-5.10-cloud/dmesg.txt.gz   | 600                          | 38188 usecs, which this kernel computes as ns>>10: 39.105 ms
            amd64-7.2-cloud/dmesg.txt       | 300                          | level      fs: line 873 says so
            i386-6.12-caller/dmesg.txt      | virtio_pci_driver_init       | 18.902 ms - 17.504 ms in 1 probe = 1.398 ms
            killed-early/console.log        | event_trace_enable_again     | initcall 23 of 79
            amd64-6.1-cloud/dmesg.txt       | acpi_init+0x0/0x4bd          | initcall 201 of 677
            amd64-6.1-cloud/dmesg.txt       | con_init                     | pid 0 runs the console initcalls
            """)
    void everyNumberHasItsReason(String sample, String initcall, String reason) {
        assertThat(Run.bootledger("explain", Checkout.sample(sample), initcall).out())
                .contains(reason);
    }

    @Test
    void allInitcallsOfANameAreShown() {
        Run run = Run.bootledger("explain", Checkout.sample("amd64-6.1-cloud/dmesg.txt"), "xenbus_init");
        assertThat(run.out().lines().filter(line -> line.startsWith("xenbus_init, initcall ")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        Path file = directory.resolve("explained.json");
        assertThat(Run.bootledger("explain", SAMPLE, "acpi_init", "--json", file)
                        .out())
                .isEmpty();
        String json =
                Run.bootledger("explain", SAMPLE, "acpi_init", "--json", "-").out();
        assertThat(json).isEqualTo(Files.readString(file));

        JsonNode call = JsonMapper.shared().readTree(json).at("/initcalls/0");
        assertThat(call.at("/events/0/type").asString()).isEqualTo("initcall_started");
        assertThat(call.at("/events/1/text").asString()).contains("returned 0 after 92000 usecs");
        assertThat(call.at("/duration/us").asLong()).isEqualTo(88_265);
        assertThat(call.at("/duration/reason").asString()).isEqualTo("in_ticks");
        assertThat(call.at("/booking/account/us").asLong()).isEqualTo(88_265);
    }

    @Test
    void aStoredBootIsExplainedAsItsLog() {
        Path store = directory.resolve("store");
        String ingested = Run.bootledger("ingest", SAMPLE, "--store", store).out();
        String boot = ingested.substring(0, ingested.indexOf(' '));
        assertThat(Run.bootledger("explain", boot, "201", "--store", store).out())
                .isEqualTo(Run.bootledger("explain", SAMPLE, "201").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amd64-6.1-cloud/dmesg.txt   | acpi_int        | 2 | no row of the report is called acpi_int: did you mean acpi_init,
            amd64-6.1-cloud/dmesg.txt   | 0               | 2 | no initcall 0: this boot has 1 to 677
            amd64-6.1-cloud/dmesg.txt   | 99999999999999  | 2 | no initcall 99999999999999: this boot has 1 to 677
            panic-initcall/console.log  | initcall pci_driver_init | 2 | pci_driver_init was not called: line 352 says that it is blacklisted
            no-initcall-debug/dmesg.txt | acpi_init       | 3 | no initcall is on record: boot with initcall_debug
            no-such.log                 | acpi_init       | 3 | there is no such file
            """)
    void whatIsNotThereIsSaid(String sample, String initcall, int exitCode, String sentence) {
        Run run = Run.bootledger("explain", Checkout.sample(sample), initcall);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void hostileNamesAreEscaped() throws IOException {
        Path log = Files.writeString(
                directory.resolve("hostile.log"),
                "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n[    0.100000] calling  \033[2Jx+0x0/0x10 @ 1\n");
        Run shown = Run.bootledger("explain", log, "1");
        assertThat(shown.out() + shown.err()).doesNotContain("\033");
        Run asked = Run.bootledger("explain", SAMPLE, "\033[2J");
        assertThat(asked.err()).contains("\\x1b[2J").doesNotContain("\033");
    }
}
