package io.bootledger.cli.store;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.Complaint;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.stream.EventsRead;
import io.bootledger.traces.stream.NewerSchemaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A boot out of a store. What is wrong with it ends the command with a sentence. */
public final class StoredBoot {
    private final FileEventStore store;
    private final BootId id;
    private final Messages messages;

    public StoredBoot(FileEventStore store, BootId id, Messages messages) {
        this.store = store;
        this.id = id;
        this.messages = messages;
    }

    BootId id() {
        return id;
    }

    public BootHeader header() {
        return reading(() -> store.header(id));
    }

    /** Hands over its events; says which of them this version does not know. */
    public void read(EventSink sink) {
        sayUnknown(id, reading(() -> store.read(id, sink)), messages);
    }

    /** Says which of its events this version does not know. */
    static void sayUnknown(BootId id, EventsRead read, Messages messages) {
        messages.sayPassedOver("boot " + id.shortened(), read.unknown().keySet());
    }

    /** Names a boot that cannot be read. */
    public static String damaged(BootId id, IOException why) {
        String how = Complaint.reading("boot " + id.shortened(), why);
        return why instanceof NewerSchemaException ? how : how + ": see bootledger store check";
    }

    /** The analysis that its log gave. */
    public BootAnalysis analysis(AnalysisOptions options) {
        Analyzed analyzed = reading(() -> analyzed(store, id, options));
        sayUnknown(id, analyzed.read(), messages);
        return analyzed.boot();
    }

    private record Analyzed(BootAnalysis boot, EventsRead read) {}

    /**
     * Reads all of a boot, compares it with its name, and sees whether its events make a boot.
     *
     * @throws IOException saying what is wrong with it
     */
    public static EventsRead verify(FileEventStore store, BootId id) throws IOException {
        EventsRead read = store.verify(id);
        try {
            BootSummary.of(analyzed(store, id, AnalysisOptions.LOG_ONLY).boot());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw forged(e);
        }
        return read;
    }

    /** Events that can be read make a boot, unless somebody forged them. */
    private static Analyzed analyzed(FileEventStore store, BootId id, AnalysisOptions options) throws IOException {
        BootOrigin origin = store.header(id).origin();
        List<BootAnalysis> boots = new ArrayList<>();
        EventsRead read;
        try {
            read = store.read(id, new BootAnalyzer(origin.log(), origin.number(), options, boots::add));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw forged(e);
        }
        if (boots.size() != 1) {
            throw new IOException("its events do not end as a boot's");
        }
        return new Analyzed(boots.get(0), read);
    }

    private static IOException forged(Throwable why) {
        return new IOException("its events make no boot: " + why, why);
    }

    private <T> T reading(StorePlace.Reading<T> reading) {
        return StorePlace.Reading.of("boot " + id.shortened(), reading);
    }
}
