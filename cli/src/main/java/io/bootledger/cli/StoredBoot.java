package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.EventsRead;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A boot out of a store. What is wrong with it ends the command with a sentence. */
final class StoredBoot {
    private final FileEventStore store;
    private final BootId id;
    private final Messages messages;

    StoredBoot(FileEventStore store, BootId id, Messages messages) {
        this.store = store;
        this.id = id;
        this.messages = messages;
    }

    BootId id() {
        return id;
    }

    BootHeader header() {
        return reading(() -> store.header(id));
    }

    /** Hands over its events; says which of them this version does not know. */
    void read(EventSink sink) {
        sayUnknown(id, reading(() -> store.read(id, sink)), messages);
    }

    /** Says which of its events this version does not know. */
    static void sayUnknown(BootId id, EventsRead read, Messages messages) {
        if (!read.unknown().isEmpty()) {
            messages.say(TraceInput.passedOver(
                    "boot " + id.shortened(), read.unknown().keySet()));
        }
    }

    /** Names a boot that cannot be read. */
    static String damaged(BootId id, IOException why) {
        return Complaint.reading("boot " + id.shortened(), why) + ": see bootledger store check";
    }

    /** The analysis that its log gave. */
    BootAnalysis analysis(AnalysisOptions options) {
        BootHeader header = header();
        List<BootAnalysis> boots = new ArrayList<>();
        read(new BootAnalyzer(header.origin().log(), header.origin().number(), options, boots::add));
        if (boots.size() != 1) {
            throw CommandFailure.unreadable("boot " + id.shortened() + ": its events do not end as a boot's", null);
        }
        return boots.get(0);
    }

    private <T> T reading(StorePlace.Reading<T> reading) {
        return StorePlace.Reading.of("boot " + id.shortened(), reading);
    }
}
