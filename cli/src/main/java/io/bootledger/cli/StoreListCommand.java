package io.bootledger.cli;

import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.Writing;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.reports.text.page.Listing;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bootledger store list}: the boots of a store. */
@Command(
        name = "list",
        description = "List the boots of the store, in the order of their names.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class StoreListCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StorePlace place = new StorePlace();

    StoreListCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        FileEventStore store = place.open(here);
        Listing listing = new Listing(here.layout())
                .left("boot")
                .elastic("kernel")
                .elastic("machine")
                .right("events")
                .elastic("log")
                .elastic("tags");
        boolean allSound = true;
        for (BootId id : StorePlace.Reading.of(place.place(here), store::boots)) {
            allSound &= row(store, id, listing);
        }
        Writing.to("standard output", () -> {
            StandardOutput out = new StandardOutput(here.out());
            out.write(listing.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
        return allSound ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    /** A boot whose header cannot be read is named; the others are listed all the same. */
    private boolean row(FileEventStore store, BootId id, Listing listing) {
        try {
            BootHeader boot = store.header(id);
            listing.row(
                    id.shortened(),
                    boot.kernel(),
                    boot.machine(),
                    boot.events(),
                    boot.origin().log(),
                    boot.origin().tags().entrySet().stream()
                            .map(tag -> tag.getKey() + "=" + tag.getValue())
                            .collect(Collectors.joining(" ")));
            return true;
        } catch (IOException e) {
            if (store.isGone(id, e)) {
                return true;
            }
            new Messages(spec.commandLine().getErr(), false).say(StoredBoot.damaged(id, e));
            return false;
        }
    }
}
