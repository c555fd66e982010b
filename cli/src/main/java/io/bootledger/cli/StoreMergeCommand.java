package io.bootledger.cli;

import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.Writing;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.traces.store.Appended;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger store merge}: takes over the boots of another store. */
@Command(
        name = "merge",
        description = "Copy into the store what another one has and it has not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "What the store was told to forget stays forgotten; a damaged boot of the other store is named, not copied.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a boot is damaged or the store cannot be written."
        })
final class StoreMergeCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The other store; it is only read.")
    private Path other;

    @Mixin
    private StorePlace place = new StorePlace();

    StoreMergeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        FileEventStore from = StorePlace.Reading.of(other, () -> FileEventStore.open(other));
        FileEventStore store = place.openOrCreate(here);
        Map<Appended.How, Integer> outcomes = new EnumMap<>(Appended.How.class);
        boolean allSound = true;
        List<BootId> boots = StorePlace.Reading.of(other, from::boots);
        try (Progress progress = Progress.ofMany(boots.size(), "boots", here)) {
            for (BootId id : boots) {
                allSound &= copy(from, store, id, outcomes);
                progress.step();
            }
        }
        spec.commandLine()
                .getOut()
                .println(outcomes.getOrDefault(Appended.How.ADDED, 0) + " added, "
                        + outcomes.getOrDefault(Appended.How.ALREADY_THERE, 0) + " already there, "
                        + outcomes.getOrDefault(Appended.How.FORGOTTEN, 0) + " forgotten before");
        return allSound ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private boolean copy(FileEventStore from, FileEventStore store, BootId id, Map<Appended.How, Integer> outcomes) {
        try {
            StoredBoot.verify(from, id);
            Writing.to(
                    place.place(here),
                    () -> outcomes.merge(store.copyFrom(from, id).how(), 1, Integer::sum));
            return true;
        } catch (CommandFailure e) {
            if (from.contains(id)) {
                throw e;
            }
            return true;
        } catch (IOException e) {
            if (from.isGone(id, e)) {
                return true;
            }
            new Messages(spec.commandLine().getErr(), false)
                    .say(Complaint.reading(other + ": boot " + id.shortened(), e));
            return false;
        }
    }
}
