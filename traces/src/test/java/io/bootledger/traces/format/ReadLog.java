package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A log as text, and what is read of it. */
abstract class ReadLog {
    static final String HEAD = """
            [    0.000000] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP
            [    0.000000] Kernel command line: initcall_debug
            [    0.100000] calling  con_init+0x0/0x22c @ 0
            [    0.100500] initcall con_init+0x0/0x22c returned 0 after 0 usecs
            """;

    static final String TAIL = """
            [    2.000000] calling  late_init+0x0/0x10 @ 1
            [    2.500000] initcall late_init+0x0/0x10 returned -19 after 500000 usecs
            [    3.000000] Run /init as init process
            """;

    final List<RecordedEvent> events = new ArrayList<>();

    LogContents contents = new LogContents(0, 0, 0, false, "");

    void given(String log) {
        given(log.getBytes(StandardCharsets.UTF_8));
    }

    void given(byte[] log) {
        events.clear();
        contents = read(new ByteArrayInputStream(log));
    }

    LogContents read(InputStream stream) {
        try {
            return LogReader.read(LogSource.stream("log", stream), ReadingOptions.EVERYTHING, events::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    <E extends BootEvent> Stream<E> all(Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    List<String> calls() {
        return events.stream()
                .filter(e -> e.event() instanceof InitcallStarted)
                .map(e -> ((InitcallStarted) e.event()).symbol().function() + " "
                        + (e.time() == null ? "-" : e.time().micros()))
                .toList();
    }

    BootRecorded onlyBoot() {
        assertThat(contents.boots()).isEqualTo(1);
        return all(BootRecorded.class).findFirst().orElseThrow();
    }

    /** So many ordinary lines, a microsecond apart. */
    static String lines(int count, int fromMicros) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("[    0.%06d] line %d%n".formatted(fromMicros + i, i));
        }
        return lines.toString();
    }

    /** Of the kernels that said their name. */
    List<String> releases() {
        return all(KernelStarted.class).map(KernelStarted::release).toList();
    }
}
