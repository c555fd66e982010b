package io.bootledger.fuzz.law;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.message.MessageTable;
import io.bootledger.traces.stream.EventReader;
import io.bootledger.traces.stream.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds of the events that were read out of a log. */
public final class EventLaws {
    /** Of all boots of a log: numbered without gaps, each ended once, and no line counted twice. */
    public static void hold(List<RecordedEvent> events, LogContents contents) {
        long sequence = 0;
        long lines = 0;
        int boots = 0;
        for (RecordedEvent recorded : events) {
            long expected = sequence++;
            Law.holds(recorded.sequence() == expected, () -> "event " + expected + " is numbered " + recorded);
            Law.holds(
                    recorded.origin().line() >= 0 && recorded.origin().line() <= contents.lines(),
                    () -> "an event of no line: " + recorded);
            if (recorded.event() instanceof BootRecorded end) {
                Law.holds(
                        end.firstLine() > 0 && end.lastLine() >= end.firstLine() && end.lastLine() <= contents.lines(),
                        () -> end + " in a log of " + contents.lines() + " lines");
                sequence = 0;
                boots++;
                lines += end.lines();
            }
        }
        long counted = lines;
        int ended = boots;
        Law.holds(sequence == 0, () -> "the last boot does not end");
        Law.holds(ended == contents.boots(), () -> contents.boots() + " boots ended " + ended + " times");
        Law.holds(counted <= contents.lines(), () -> counted + " lines of boots among " + contents.lines());
    }

    /** Of one boot: written to a file and read back they are the same. Gives the file. */
    public static byte[] onFile(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(file, "boot.log")) {
            events.forEach(writer::accept);
        }
        List<RecordedEvent> again = new ArrayList<>();
        EventReader.read(new ByteArrayInputStream(file.toByteArray()), again::add);
        for (int at = 0; at < Math.min(events.size(), again.size()); at++) {
            RecordedEvent before = events.get(at);
            RecordedEvent after = again.get(at);
            Law.holds(before.equals(after), () -> before + " comes back from its file as " + after);
        }
        Law.holds(
                again.size() == events.size(),
                () -> events.size() + " events come back from their file as " + again.size());
        return file.toByteArray();
    }

    /** Written as the kernel's message and read again an event is the same, but for a name that is a message itself. */
    public static void asMessage(BootEvent event) {
        MessageTable table = new MessageTable();
        boolean keptAsText = event instanceof MessageLogged || event instanceof MessageNotUnderstood;
        String text = keptAsText ? null : table.write(event, null);
        if (text == null || text.indexOf('\n') >= 0 || text.isEmpty() || isNamedLikeAMessage(event, table)) {
            return;
        }
        byte[] bytes = LogText.of(text).toBytes();
        BootEvent again = table.read(bytes, 0, bytes.length);
        Law.holds(
                event.equals(again) || !text.equals(new String(bytes, StandardCharsets.UTF_8)),
                () -> event + " is written as \"" + text + "\" and read as " + again);
    }

    private static boolean isNamedLikeAMessage(BootEvent event, MessageTable table) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == String.class)
                .map(component -> valueOf(component, event))
                .filter(Objects::nonNull)
                .map(name -> LogText.of((String) name).toBytes())
                .anyMatch(name -> table.read(name, 0, name.length) != null);
    }

    private static @Nullable Object valueOf(RecordComponent component, BootEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private EventLaws() {}
}
