package io.bootledger.analyzer.replay;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.PartialReading;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.ProbeScheduled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes on a boot's events up to a moment of its kernel's clock, and ends them there as the log would have ended: with a
 * {@link BootRecorded}. Events are passed on in their order and without gaps. Since stamps step back (from CPU to CPU, and by half a
 * second when x86 sets its clock anew), the cut is made where the fewest stamps contradict it: as few as can be earlier behind it, or
 * later before it. A single stray stamp moves nothing.
 */
public final class EventsUntil implements EventSink {
    /** Far more than are printed before a clock is set anew. What comes later cannot move the cut, so that memory stays bounded. */
    private static final int LOOK_AHEAD = 10_000;

    private final long untilNanos;
    private final EventSink then;
    private final List<RecordedEvent> doubtful = new ArrayList<>();
    private final PartialReading passed = new PartialReading();
    /** What the end of a log says about its beginning. */
    private final List<RecordedEvent> aboutBefore = new ArrayList<>();

    private @Nullable RecordedEvent last;
    private boolean settled;
    private int balance;
    private @Nullable BootTime firstTime;
    private @Nullable BootTime lastTime;
    private boolean reached;

    /** @param then takes the events of that time */
    public EventsUntil(BootTime until, EventSink then) {
        this.untilNanos = until.nanos();
        this.then = then;
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.event() instanceof BootRecorded whole) {
            end(event, whole);
            return;
        }
        if (isAboutBefore(event)) {
            aboutBefore.add(event);
            return;
        }
        BootTime time = stamp(event);
        noteTime(time);
        if (settled) {
            return;
        }
        doubtful.add(event);
        balance += time == null ? 0 : time.nanos() <= untilNanos ? 1 : -1;
        if (balance > 0 || time == null && doubtful.size() == 1) {
            doubtful.forEach(this::pass);
            doubtful.clear();
            balance = 0;
        }
        settled = doubtful.size() >= LOOK_AHEAD;
    }

    private boolean isAboutBefore(RecordedEvent event) {
        return event.event() instanceof LogTruncated
                && !doubtful.isEmpty()
                && event.origin().line() <= passed.lastLine();
    }

    /** What a trace tells stands behind the whole log, and tells nothing of when that was written. */
    private static @Nullable BootTime stamp(RecordedEvent event) {
        boolean traced = event.event() instanceof InitcallScheduled || event.event() instanceof ProbeScheduled;
        return traced ? null : event.time();
    }

    private void noteTime(@Nullable BootTime time) {
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = time;
        }
    }

    private void pass(RecordedEvent event) {
        last = event;
        passed.see(event);
        then.accept(event);
    }

    private void end(RecordedEvent end, BootRecorded whole) {
        reached = !doubtful.isEmpty();
        if (!reached) {
            then.accept(end);
            return;
        }
        for (RecordedEvent event : aboutBefore) {
            RecordedEvent next = new RecordedEvent(
                    passed.next(), event.time(), event.caller(), event.priority(), event.event(), event.origin());
            passed.see(next);
            then.accept(next);
        }
        then.accept(passed.end(whole));
    }

    /** The moment, which may be later than the last event before it; null where the log ends before, or begins later. */
    public @Nullable BootTime moment() {
        if (!reached || last == null) {
            return null;
        }
        BootTime until = BootTime.ofNanos(untilNanos);
        return last.time() == null || last.time().compareTo(until) < 0 ? until : last.time();
    }

    /** The last event that was passed on, before the end; null without any. */
    public @Nullable RecordedEvent last() {
        return last;
    }

    /** Whether the log goes on behind that moment. */
    public boolean reached() {
        return reached;
    }

    /** The first time stamp of the whole log; null when it has none. */
    public @Nullable BootTime firstTime() {
        return firstTime;
    }

    /** The last time stamp of the whole log; null when it has none. */
    public @Nullable BootTime lastTime() {
        return lastTime;
    }
}
