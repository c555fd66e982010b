package io.bootledger.cli;

import io.bootledger.cli.process.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bootledger knowledge}: what is known of the kernel's functions, and how to gather it anew. */
@Command(
        name = "knowledge",
        description = "Gather from kernel sources where init functions come from and who answers for them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  bootledger knowledge learn linux-6.1 linux-6.12 linux-7.2 --out tables",
            "",
            "Exit codes: 0 fine, 2 wrong usage, 3 a tree cannot be read or a file not be written."
        })
final class KnowledgeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine create() {
        return new CommandLine(new KnowledgeCommand()).addSubcommand(new KnowledgeLearnCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "learn? Try: bootledger knowledge learn TREE --out DIR");
    }
}
