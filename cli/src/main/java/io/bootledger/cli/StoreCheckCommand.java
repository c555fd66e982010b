package io.bootledger.cli;

import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.reports.Printable;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.stream.EventsRead;
import io.bootledger.traces.stream.NewerSchemaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bootledger store check}: reads everything, and sets aside what is damaged. */
@Command(
        name = "check",
        description = "Read every boot of the store; set aside those that are damaged.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "What lies among the boots and is not named as one is told, and left as it is.",
            "A damaged boot is named and moved to the store's folder \"damaged\"; its log can then be ingested again.",
            "One that only a newer Bootledger can read is named and left where it is.",
            "",
            "Exit codes: 0 all are sound, 2 wrong usage, 3 a boot was damaged."
        })
final class StoreCheckCommand implements Callable<Integer> {
    /** What a boot turned out to be. */
    private enum Found {
        SOUND,
        DAMAGED,
        NEWER,
        /** Forgotten meanwhile. */
        GONE
    }

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StorePlace place = new StorePlace();

    StoreCheckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        FileEventStore store = place.open(here);
        List<BootId> boots = StorePlace.Reading.of(place.place(here), store::boots);
        for (String stray : StorePlace.Reading.of(place.place(here), store::strays)) {
            messages().say("boots/" + stray + ": it is not named as a boot, and nothing reads it");
        }
        Map<Found, Integer> found = new EnumMap<>(Found.class);
        Set<String> unknown = new TreeSet<>();
        try (Progress progress = Progress.ofMany(boots.size(), "boots", here)) {
            for (BootId id : boots) {
                found.merge(look(store, id, unknown), 1, Integer::sum);
                progress.step();
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        int newer = found.getOrDefault(Found.NEWER, 0);
        int damaged = found.getOrDefault(Found.DAMAGED, 0);
        out.println(found.getOrDefault(Found.SOUND, 0) + " sound, " + damaged + " damaged"
                + (newer == 0 ? "" : ", " + newer + " of a newer Bootledger"));
        if (!unknown.isEmpty()) {
            out.println("events of a newer Bootledger, which this one passes over: "
                    + Printable.of(String.join(", ", unknown)));
        }
        return damaged == 0 ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private Found look(FileEventStore store, BootId id, Set<String> unknown) {
        try {
            EventsRead read = StoredBoot.verify(store, id);
            unknown.addAll(read.unknown().keySet());
            return Found.SOUND;
        } catch (NewerSchemaException e) {
            messages().say(Complaint.reading("boot " + id.shortened(), e) + "; it is left as it is");
            return Found.NEWER;
        } catch (IOException e) {
            if (store.isGone(id, e)) {
                return Found.GONE;
            }
            messages().say(Complaint.reading("boot " + id.shortened(), e) + "; " + setAside(store, id));
            return Found.DAMAGED;
        }
    }

    /** What became of its file: a store that may not be written is checked all the same. */
    private static String setAside(FileEventStore store, BootId id) {
        try {
            return "set aside as " + store.setAside(id);
        } catch (IOException e) {
            return "it cannot be set aside: " + Complaint.writing("the store", e);
        }
    }

    private Messages messages() {
        return new Messages(spec.commandLine().getErr(), false);
    }
}
