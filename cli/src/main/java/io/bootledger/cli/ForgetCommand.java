package io.bootledger.cli;

import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.Writing;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bootledger forget}: takes a boot out of the store for good. */
@Command(
        name = "forget",
        description = "Take a boot out of the store, for good.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A tombstone remains in the store's folder \"forgotten\", so that neither ingest nor merge brings the boot",
            "back. Who deletes the tombstone can ingest the log again.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 there is no such boot or the store cannot be written."
        })
final class ForgetCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(paramLabel = "BOOT", description = BootName.DESCRIPTION)
    private String name = "";

    @Mixin
    private StorePlace place = new StorePlace();

    ForgetCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        FileEventStore store = place.open(here);
        BootId id = BootName.find(store, name);
        Writing.to(place.place(here), () -> store.forget(id));
        return ExitCode.OK;
    }
}
