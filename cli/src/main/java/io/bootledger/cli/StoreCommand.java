package io.bootledger.cli;

import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bootledger store}: what concerns the store as a whole. */
@Command(
        name = "store",
        description = "List, check or merge event stores.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine in(Surroundings here) {
        return new CommandLine(new StoreCommand())
                .addSubcommand(new StoreListCommand(here))
                .addSubcommand(new StoreCheckCommand(here))
                .addSubcommand(new StoreMergeCommand(here));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which of list, check and merge?");
    }
}
