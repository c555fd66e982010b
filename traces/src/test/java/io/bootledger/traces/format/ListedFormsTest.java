package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of logs that docs/reading.md lists, a row for each: what is not read must not stand there. */
class ListedFormsTest {
    private static final Path LIST = Path.of("..", "docs", "reading.md");
    private static final int CALLS = 8;

    /**
     * @param listed the words in the list
     * @param line what stands in each line: {@code STAMP} for printk's, {@code SECONDS}, {@code MICROS} and {@code NUMBER}, {@code TEXT}
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "busybox        | <6>STAMP TEXT",
                "short-iso      | 2026-01-02T03:04:05+0000 host kernel: TEXT",
                "syslog         | Jan  2 03:04:05 host kernel: STAMP TEXT",
                "netconsole     | 6,NUMBER,MICROS,-;TEXT",
                "netconsole     | 6.1.0,6,NUMBER,MICROS,-;TEXT",
                "perf script    | swapper/0     1 [000]     SECONDS: printk:console: STAMP TEXT",
                "Docker         | {'log':'STAMP TEXT\\n','stream':'stdout','time':'2026-01-02T03:04:05.678Z'}",
                "Elastic        | {'@timestamp':'2026-01-02T03:04:05.678Z','message':'STAMP TEXT','host':{'name':'x'}}",
                "Splunk         | {'preview':false,'result':{'_raw':'STAMP TEXT','_time':'2026-01-02T03:04:05.678+00:00'}}",
                "LAVA           | - {'dt': '2026-01-02T03:04:05.678', 'lvl': 'target', 'msg': 'STAMP TEXT'}",
                "quoted         | > > STAMP TEXT",
                "`grep -n`      | NUMBER:STAMP TEXT",
                "caller ids     | STAMP[    T1] TEXT",
                "CSV            | NUMBER,board,'STAMP TEXT'",
                "HTML           | <li>STAMP TEXT</li>",
                "test runner    | 2026-01-02 03:04:05,678 - runner - DEBUG - STAMP TEXT",
                "prefix that nobody | rig7/uart~NUMBER => STAMP TEXT",
            })
    void isRead(String listed, String line) throws IOException {
        assertThat(Files.readString(LIST)).contains(listed);
        assertReadsAll(IntStream.range(0, log().size())
                .mapToObj(number -> framed(line, number))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void pstoreIsRead() throws IOException {
        String log = IntStream.range(0, log().size())
                .mapToObj(number -> framed("<6>STAMP TEXT", number))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(LIST)).contains("pstore");
        assertReadsAll("Panic#1 Part1\n" + log);
    }

    @ParameterizedTest
    @CsvSource({"quoted-printable, ' =\n'", "wrapped, '\n'"})
    void isJoined(String listed, String lineBreak) throws IOException {
        String log = IntStream.range(0, log().size())
                .mapToObj(number -> framed("STAMP TEXT", number))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(LIST)).contains(listed);
        assertReadsAll(log.replace(" returned 0 after ", " returned 0 after" + lineBreak));
    }

    private static void assertReadsAll(String log) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                events::add);
        assertThat(events)
                .filteredOn(event -> event.event() instanceof InitcallFinished)
                .hasSize(CALLS);
        assertThat(events)
                .filteredOn(event -> event.event() instanceof BootRecorded)
                .hasSize(1);
    }

    private static List<String> log() {
        List<String> lines = new ArrayList<>();
        lines.add("Linux version 6.1.0 (a@b) (gcc) #1 SMP");
        for (int call = 0; call < CALLS; call++) {
            lines.add("calling  f" + call + "_init+0x0/0x10 @ 1");
            lines.add("initcall f" + call + "_init+0x0/0x10 returned 0 after 100 usecs");
        }
        return lines;
    }

    private static String framed(String line, int number) {
        String seconds = String.format(Locale.ROOT, "%d.%06d", number / 10, number % 10 * 100_000);
        return line.replace('\'', '"')
                .replace("STAMP", "[    " + seconds + "]")
                .replace("SECONDS", seconds)
                .replace("MICROS", Integer.toString(number * 100_000))
                .replace("NUMBER", Integer.toString(number + 1))
                .replace("TEXT", log().get(number));
    }
}
