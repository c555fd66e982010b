package io.bootledger.cli.store;

import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Writing;
import io.bootledger.readmodels.BootFilter;
import io.bootledger.readmodels.Remembering;
import io.bootledger.readmodels.StoredSummaries;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.store.ViewFile;
import io.bootledger.traces.stream.EventsRead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What is remembered of the boots of the store that a command works on, brought up to date. What is wrong is said. */
public final class StoreSummaries implements SelectedSummaries {
    private final Path place;
    private final StoredSummaries summaries;
    private final boolean allSound;

    private StoreSummaries(Path place, StoredSummaries summaries, boolean allSound) {
        this.place = place;
        this.summaries = summaries;
        this.allSound = allSound;
    }

    public static StoreSummaries of(StorePlace chosen, Surroundings here, Messages messages) {
        FileEventStore store = chosen.open(here);
        Path place = chosen.place(here);
        StoredSummaries[] summaries = new StoredSummaries[1];
        try (Watch watch = new Watch(here, messages)) {
            Writing.to(place, () -> summaries[0] = StoredSummaries.of(store, watch));
            return new StoreSummaries(place, summaries[0], watch.allSound);
        }
    }

    /** Whether every boot of the store could be read. */
    public boolean allSound() {
        return allSound;
    }

    @Override
    public List<BootHeader> boots(WantedBoots where) {
        BootFilter filter = where.filter();
        List<BootHeader> boots = summaries.boots().stream().filter(filter).toList();
        if (boots.isEmpty()) {
            throw CommandFailure.unreadable(none(where), null);
        }
        return boots;
    }

    private String none(WantedBoots where) {
        int all = summaries.boots().size();
        return all == 0
                ? place + ": the store holds no boot that can be read: bootledger ingest LOG brings some"
                : place + ": none of its " + all + " boots has " + where + ": bootledger store list shows them";
    }

    @Override
    public void forEach(Predicate<BootHeader> selected, StoredSummaries.Use use) {
        StorePlace.Reading.of(place, () -> {
            summaries.forEach(selected, use);
            return summaries;
        });
    }

    @Override
    public void close() {
        StorePlace.Reading.of(place, () -> {
            summaries.close();
            return summaries;
        });
    }

    /** Shows how far it is, and names what cannot be read. */
    private static final class Watch implements Remembering, AutoCloseable {
        private final Surroundings here;
        private final Messages messages;
        private Progress progress = Progress.none();
        private boolean allSound = true;

        Watch(Surroundings here, Messages messages) {
            this.here = here;
            this.messages = messages;
        }

        @Override
        public void begins(int boots) {
            progress = Progress.ofMany(boots, "boots", here);
        }

        @Override
        public void summarized(BootId boot, EventsRead read) {
            progress.step();
            StoredBoot.sayUnknown(boot, read, messages);
        }

        @Override
        public void notKept(ViewFile view, IOException why) {
            messages.say(
                    Complaint.writing(view.toString(), why) + "; the boots are read all the same, and again next time");
        }

        @Override
        public void gone(BootId boot) {
            progress.step();
        }

        @Override
        public void damaged(BootId boot, IOException why) {
            progress.step();
            allSound = false;
            messages.say(StoredBoot.damaged(boot, why));
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
