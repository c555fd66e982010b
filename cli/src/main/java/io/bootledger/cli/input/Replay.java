package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.replay.EventsUntil;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.reports.DurationText;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A boot folded again, to its end or up to a moment. */
public final class Replay implements AskedBoot.Reader {
    private final @Nullable BootTime until;
    private final AnalysisOptions options;
    private final List<BootAnalysis> boots = new ArrayList<>();
    private String source = "";
    private @Nullable EventsUntil events;

    public Replay(@Nullable BootTime until, AnalysisOptions options) {
        this.until = until;
        this.options = options;
    }

    @Override
    public EventSink boot(String source, int number) {
        this.source = source;
        BootAnalyzer analyzer = new BootAnalyzer(source, number, options, boots::add);
        if (until == null) {
            return analyzer;
        }
        events = new EventsUntil(until, analyzer);
        return events;
    }

    /** Every view as it was then. */
    public BootAnalysis boot() {
        if (boots.isEmpty()) {
            throw CommandFailure.unreadable(source + ": its events do not end as a boot's", null);
        }
        return boots.get(0);
    }

    /** Where the last event before the moment was read; null without any. */
    @Nullable
    public Origin last() {
        RecordedEvent last = events == null ? null : events.last();
        return last == null ? null : last.origin();
    }

    /** The moment; null where the log does not go so far. */
    @Nullable
    public BootTime moment() {
        return events == null ? null : events.moment();
    }

    /** What to know about the moment. A log without time stamps has none, and ends the command. */
    public List<String> notes() {
        if (until == null || events == null) {
            return List.of();
        }
        BootTime first = events.firstTime();
        BootTime end = events.lastTime();
        if (first == null || end == null) {
            throw CommandFailure.unreadable(
                    source + ": its lines have no time stamps, so that no moment can be found: leave out --until",
                    null);
        }
        if (events.last() == null) {
            return List.of(source + ": it begins later, at " + seconds(first));
        }
        return events.reached() ? List.of() : List.of(source + ": it ends before that moment, at " + seconds(end));
    }

    private static String seconds(BootTime time) {
        return DurationText.exactSeconds(time.micros()) + " s";
    }
}
