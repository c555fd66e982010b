package io.bootledger.traces.store;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Small boots, each unlike the others. */
public final class StoreBoots {
    static List<RecordedEvent> boot(int seed) {
        List<RecordedEvent> events = new ArrayList<>();
        events.add(new RecordedEvent(
                0, BootTime.ofMicros(0), null, null, new KernelStarted("6.1." + seed, "(gcc)"), new Origin(1, null)));
        for (int i = 1; i < 40; i++) {
            InitcallSymbol symbol = new InitcallSymbol("f" + i + "_" + seed, "f" + i + "_" + seed, null, null, null);
            events.add(new RecordedEvent(
                    i,
                    BootTime.ofMicros(i * 10L),
                    null,
                    null,
                    new InitcallStarted(symbol, 1),
                    new Origin(i + 1, null)));
        }
        events.add(new RecordedEvent(
                40,
                BootTime.ofMicros(400),
                null,
                null,
                new BootRecorded("dmesg", 1, 40, 40, 40, 0, 0),
                new Origin(0, null)));
        return events;
    }

    public static Appended keep(EventStore store, int seed) throws IOException {
        try (BootWriter writer = store.append(new BootOrigin("boot-" + seed + ".log", 1))) {
            boot(seed).forEach(writer::accept);
            return writer.commit();
        }
    }

    static List<RecordedEvent> read(EventStore store, BootId id) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        store.read(id, events::add);
        return events;
    }

    private StoreBoots() {}
}
