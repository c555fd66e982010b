package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A banner that is wrapped into several lines begins a boot with all of them. */
class WrappedBannerTest {
    private static final String FIRST = """
            [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
            [    0.100000] calling  acpi_init+0x0/0x10 @ 1
            [    0.200000] initcall acpi_init+0x0/0x10 returned 0 after 100000 usecs
            [    0.300000] Run /init as init process
            """;

    @ParameterizedTest
    @CsvSource({"'', 8", "'\n', 9", "'\n\n', 10"})
    void isOfOneBoot(String between, long last) throws IOException {
        String second = """
                [    0.000000] Linux version 6.2.0 (somebody@somewhere) (x86_64-linux-gnu-gcc-12
                (Debian 12.2.0-14), GNU ld (GNU Binutils for Debian)
                2.40) %s#2 SMP PREEMPT_DYNAMIC
                [    0.100000] calling  acpi_init+0x0/0x10 @ 1
                """.formatted(between);
        List<BootRecorded> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream((FIRST + second).getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                event -> {
                    if (event.event() instanceof BootRecorded boot) {
                        boots.add(boot);
                    }
                });
        assertThat(boots).extracting(BootRecorded::lastLine).containsExactly(4L, last);
        assertThat(boots).extracting(BootRecorded::firstLine).containsExactly(1L, 5L);
        assertThat(boots.get(1).lines()).isEqualTo(last - 4);
    }

    @Test
    void goesOnBehindACarriageReturnInTheSameLine() throws IOException {
        List<BootRecorded> boots = new ArrayList<>();
        LogContents contents = LogReader.read(
                LogSource.stream(
                        "log",
                        new ByteArrayInputStream(
                                "[    0.000000] Kernel command line: initcal\r_".getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                event -> {
                    if (event.event() instanceof BootRecorded boot) {
                        boots.add(boot);
                    }
                });
        assertThat(contents.lines()).isOne();
        assertThat(boots).extracting(BootRecorded::lines).containsExactly(1L);
    }
}
