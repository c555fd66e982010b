package io.bootledger.cli;

import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.EventsRead;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
            "A damaged boot is named and moved to the store's folder \"damaged\"; its log can then be ingested again.",
            "",
            "Exit codes: 0 all are sound, 2 wrong usage, 3 a boot was damaged."
        })
final class StoreCheckCommand implements Callable<Integer> {
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
        Set<String> unknown = new TreeSet<>();
        long damaged = 0;
        try (Progress progress = Progress.ofMany(boots.size(), "boots", here)) {
            for (BootId id : boots) {
                damaged += isSound(store, id, unknown) ? 0 : 1;
                progress.step();
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(boots.size() - damaged + " sound, " + damaged + " damaged");
        if (!unknown.isEmpty()) {
            out.println("events of a newer Bootledger, which this one passes over: " + String.join(", ", unknown));
        }
        return damaged == 0 ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private boolean isSound(FileEventStore store, BootId id, Set<String> unknown) {
        try {
            EventsRead read = store.verify(id);
            unknown.addAll(read.unknown().keySet());
            return true;
        } catch (IOException e) {
            Path[] now = new Path[1];
            Writing.to(place.place(here), () -> now[0] = store.setAside(id));
            new Messages(spec.commandLine().getErr(), false)
                    .say(Complaint.reading("boot " + id.shortened(), e) + "; set aside as " + now[0]);
            return false;
        }
    }
}
