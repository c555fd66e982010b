package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.format.write.LogForm;
import io.bootledger.traces.format.write.LogWriter;
import io.bootledger.traces.format.write.WritingOptions;
import io.bootledger.traces.message.MessageTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A log's events, written as {@code dmesg} prints them and read again, are the same events. What {@code dmesg} does not print is
 * made equal before, by {@link Carried}, and that alone.
 */
class RoundTripTest {
    private static final WritingOptions WITH_CALLERS = new WritingOptions(null, true, 8, 1);

    static Stream<Path> everyLog() throws IOException {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyLog")
    void eventsWrittenAndReadAgainAreTheSame(Path log) throws IOException {
        for (List<RecordedEvent> boot : boots(Samples.events(log))) {
            assertThat(carried(written(boot))).isEqualTo(boot);
        }
    }

    /** The events of each boot, as far as dmesg carries them. */
    private static List<List<RecordedEvent>> boots(List<RecordedEvent> events) {
        List<List<RecordedEvent>> boots = new ArrayList<>();
        List<RecordedEvent> boot = new ArrayList<>();
        for (RecordedEvent event : events) {
            boot.add(event);
            if (event.event() instanceof BootRecorded) {
                boots.add(carried(boot));
                boot.clear();
            }
        }
        return boots;
    }

    private static List<RecordedEvent> carried(List<RecordedEvent> boot) {
        Carried carried = new Carried();
        return boot.stream().map(carried::of).filter(Objects::nonNull).toList();
    }

    private static List<RecordedEvent> written(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter writer = LogForm.DMESG.writer(out, WITH_CALLERS);
        events.forEach(writer::accept);
        writer.endBoot();
        List<RecordedEvent> read = new ArrayList<>();
        LogSource source = LogSource.stream("dmesg", new ByteArrayInputStream(out.toByteArray()));
        LogReader.read(source, ReadingOptions.EVERYTHING, read::add);
        return read;
    }

    /** What dmesg carries of an event. */
    private static final class Carried {
        private static final Origin NOWHERE = new Origin(0, null);

        private final MessageTable messages = new MessageTable();
        private BootTime last = BootTime.ZERO;

        /** Null for what stands in no line of the kernel's log: how it was read, and who else spoke. Who is news, lines between tell. */
        RecordedEvent of(RecordedEvent recorded) {
            BootEvent event = recorded.event();
            if (event instanceof BootRecorded || event instanceof LogTruncated) {
                return null;
            }
            if (event instanceof StageReported && recorded.time() == null) {
                return null;
            }
            // No line without a stamp, and none finer than a microsecond.
            last = recorded.time() == null
                    ? last
                    : BootTime.ofMicros(recorded.time().micros());
            BootEvent carried = event instanceof MessageLogged logged
                    ? ordinary(logged, recorded.priority())
                    : event instanceof StageReported stage ? new MessageLogged(stage.text()) : event;
            return new RecordedEvent(0, last, recorded.caller(), null, carried, NOWHERE);
        }

        /** No blanks around a message, and no priority, which alone tells user space's words from the kernel's. */
        private BootEvent ordinary(MessageLogged logged, Priority priority) {
            LogText text = LogText.of(logged.text().toString().strip());
            BootEvent believed =
                    priority == null || priority.fromKernel() ? null : messages.read(text.toBytes(), 0, text.length());
            return believed == null || believed instanceof StageReported ? new MessageLogged(text) : believed;
        }
    }
}
