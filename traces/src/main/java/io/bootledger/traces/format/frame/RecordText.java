package io.bootledger.traces.format.frame;

import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.message.MessageTable;
import org.jspecify.annotations.Nullable;

/** The text of one record after the other, and its lines. */
public final class RecordText {
    private final MessageTable messages = new MessageTable();
    private final @Nullable KernelVersion version;

    /** Takes the lines of a record. */
    public interface Lines {
        void line(String text);
    }

    public RecordText(@Nullable KernelVersion version) {
        this.version = version;
    }

    /** The whole text; null where this kernel prints nothing, as of what others say: that stands in its log by its own stamp only. */
    @Nullable
    public String of(RecordedEvent recorded) {
        boolean others = recorded.event() instanceof StageReported && recorded.time() == null;
        return others ? null : messages.write(recorded.event(), version);
    }

    /** Each line on its own; a message may hold several, and one that ends in a line break has an empty one behind it. */
    public void lines(RecordedEvent recorded, Lines lines) {
        String text = of(recorded);
        if (text == null) {
            return;
        }
        int from = 0;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            lines.line(text.substring(from, to));
            from = to + 1;
        }
        lines.line(from == 0 ? text : text.substring(from));
    }
}
