package io.bootledger.traces.format.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few records in each form, to the byte. */
class WritersTest {
    private static final WritingOptions WITH_CALLERS = new WritingOptions(null, true, 8, 4);
    private static final InitcallSymbol ACPI = new InitcallSymbol("acpi_init+0x0/0x10", "acpi_init", null, null, null);
    private static final InitcallSymbol AES = new InitcallSymbol("mod_init+0x0/0x9", "mod_init", "aes", null, null);

    private final List<RecordedEvent> events = new ArrayList<>();

    private void given(@Nullable Long micros, @Nullable Caller caller, @Nullable Integer priority, BootEvent event) {
        events.add(new RecordedEvent(
                events.size(),
                micros == null ? null : BootTime.ofMicros(micros),
                caller,
                priority == null ? null : new Priority(priority),
                event,
                new Origin(events.size() + 1, null)));
    }

    private void givenABoot() {
        given(1_500_000L, Caller.task(1), 7, new InitcallStarted(ACPI, 1));
        given(1_500_040L, Caller.cpu(12), 4, says("gr\u00fcn \\ \"quoted\""));
        given(null, null, null, new InitcallFinished(ACPI, 0, ReportedDuration.usecs(30)));
    }

    private static MessageLogged says(String text) {
        return new MessageLogged(LogText.of(text));
    }

    @Test
    void dmesg() throws IOException {
        givenABoot();

        assertThat(written(LogForm.DMESG, WITH_CALLERS)).isEqualTo("""
                [    1.500000][    T1] calling  acpi_init+0x0/0x10 @ 1
                [    1.500040][   C12] gr\u00fcn \\ "quoted"
                [    0.000000] initcall acpi_init+0x0/0x10 returned 0 after 30 usecs
                """);
        assertThat(written(LogForm.DMESG, WritingOptions.of(new KernelVersion(6, 1, 0))))
                .contains("[    1.500040] gr");
    }

    @Test
    void kmsg() throws IOException {
        givenABoot();

        assertThat(written(LogForm.KMSG, WITH_CALLERS)).isEqualTo("""
                7,0,1500000,-,caller=T1;calling  acpi_init+0x0/0x10 @ 1
                4,1,1500040,-,caller=C12;gr\\xc3\\xbcn \\x5c "quoted"
                6,2,0,-;initcall acpi_init+0x0/0x10 returned 0 after 30 usecs
                """);
        assertThat(written(LogForm.KMSG, WritingOptions.of(new KernelVersion(6, 1, 0))))
                .contains("4,1,1500040,-;gr");
    }

    @Test
    void whatIsNotPrintableIsEscapedInKmsg() throws IOException {
        given(0L, null, 6, says("a\tb\u007fc~ "));

        assertThat(written(LogForm.KMSG, WITH_CALLERS)).isEqualTo("6,0,0,-;a\\x09b\\x7fc~ \n");
    }

    @Test
    void aConsoleShowsWhatIsMoreSevereThanItsLoglevel() throws IOException {
        givenABoot();

        assertThat(written(LogForm.CONSOLE, new WritingOptions(null, true, 7, 1)))
                .isEqualTo("""
                [    1.500040][   C12] gr\u00fcn \\ "quoted"\r
                [    0.000000] initcall acpi_init+0x0/0x10 returned 0 after 30 usecs\r
                """);
        assertThat(written(LogForm.CONSOLE, new WritingOptions(null, false, 5, 1)))
                .startsWith("[    1.500040] gr");
        assertThat(written(LogForm.CONSOLE, new WritingOptions(null, false, 4, 1)))
                .doesNotContain("gr");
    }

    @Test
    void json() throws IOException {
        givenABoot();

        assertThat(written(LogForm.JSON, WITH_CALLERS)).isEqualTo("""
                {
                   "dmesg": [
                      {
                         "pri": 7,
                         "time":     1.500000,
                         "msg": "calling  acpi_init+0x0/0x10 @ 1"
                      },{
                         "pri": 4,
                         "time":     1.500040,
                         "msg": "gr\u00fcn \\\\ \\"quoted\\""
                      },{
                         "pri": 6,
                         "time":     0.000000,
                         "msg": "initcall acpi_init+0x0/0x10 returned 0 after 30 usecs"
                      }
                   ]
                }
                """);
    }

    @Test
    void eachBootIsADocumentAndNoneWithoutRecords() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter writer = LogForm.JSON.writer(out, WITH_CALLERS);
        givenABoot();
        writer.accept(events.get(0));
        writer.endBoot();
        String once = out.toString(StandardCharsets.UTF_8);
        writer.endBoot();
        writer.accept(events.get(0));
        writer.endBoot();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(once + once);
    }

    @Test
    void ftraceHasTheEventsOfInitcallsAlone() throws IOException {
        given(0L, null, null, new LevelEntered(InitcallLevel.EARLY));
        givenABoot();
        given(2_000_000L, Caller.task(12_345), null, new InitcallStarted(AES, 12_345));

        String trace = written(LogForm.FTRACE, new WritingOptions(new KernelVersion(5, 15, 0), true, 8, 4));

        assertThat(trace).startsWith("# tracer: nop\n#\n# entries-in-buffer/entries-written: 4/4   #P:4\n#\n");
        assertThat(trace).contains("migrate-disable").endsWith("""
                |  |         |   |||||     |         |
                          <idle>-0       [000] .....      0.000000: initcall_level: level=early
                            init-1       [000] .....      1.500000: initcall_start: func=acpi_init+0x0/0x10
                          <idle>-0       [000] .....      0.000000: initcall_finish: func=acpi_init+0x0/0x10 ret=0
                          insmod-12345   [000] .....      2.000000: initcall_start: func=mod_init+0x0/0x9 [aes]
                """.substring(3));
        assertThat(written(LogForm.FTRACE, new WritingOptions(new KernelVersion(5, 14, 0), true, 8, 4)))
                .doesNotContain("migrate-disable")
                .contains("-1       [000] ....      1.500000: ");
        assertThat(written(LogForm.FTRACE, WITH_CALLERS)).contains("migrate-disable");
    }

    @Test
    void theNextBootOfATraceBeginsAnew() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter writer = LogForm.FTRACE.writer(out, WITH_CALLERS);
        givenABoot();
        writer.accept(events.get(0));
        writer.endBoot();
        writer.endBoot();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("written: 1/1 ")
                .contains("written: 0/0 ");
    }

    @Test
    void whatIsWrittenIsWithTheStreamWhenTheBootIsOver() throws IOException {
        for (LogForm form : LogForm.values()) {
            givenABoot();
            assertThat(written(form, WITH_CALLERS)).as(form.toString()).isNotEmpty();
        }
        assertThat(LogForm.FTRACE).hasToString("ftrace");
    }

    /** But for a trace, whose head says how many events follow. */
    @ParameterizedTest
    @EnumSource(names = "FTRACE", mode = EnumSource.Mode.EXCLUDE)
    void aLongBootIsWrittenAsItComes(LogForm form) {
        given(0L, null, 6, says("x".repeat(70_000)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        form.writer(out, WITH_CALLERS).accept(events.get(0));

        assertThat(out.size()).isGreaterThan(70_000);
    }

    private String written(LogForm form, WritingOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter writer = form.writer(out, options);
        events.forEach(writer::accept);
        writer.endBoot();
        return out.toString(StandardCharsets.UTF_8);
    }
}
