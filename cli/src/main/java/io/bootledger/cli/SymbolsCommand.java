package io.bootledger.cli;

import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bootledger symbols}: what symbol tables say, and what was learned from them. */
@Command(
        name = "symbols",
        description = "Teach Bootledger the initcall levels of your own kernels.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  bootledger symbols learn /boot/System.map-*        kernels installed here",
            "  sudo cat /proc/kallsyms | bootledger symbols learn - --as $(uname -r)",
            "  nm vmlinux | bootledger symbols learn - --as my-board",
            "  bootledger symbols list",
            "  bootledger symbols forget my-board",
            "  bootledger symbols show System.map                 the initcalls of an image, in order",
            "",
            "Then `bootledger levels` and `bootledger analyze` know these functions in any log.",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a file cannot be read or written."
        })
final class SymbolsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine in(Surroundings here) {
        return new CommandLine(new SymbolsCommand())
                .addSubcommand(new SymbolsLearnCommand(here))
                .addSubcommand(new SymbolsListCommand(here))
                .addSubcommand(new SymbolsForgetCommand(here))
                .addSubcommand(new SymbolsShowCommand(here));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "learn, list, forget or show? Try: bootledger symbols learn System.map");
    }
}
