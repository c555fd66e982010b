package io.bootledger.dist;

import io.bootledger.cli.Bootledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;

/** Writes a manual page of each command into a folder. */
public final class ManPages {
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(Bootledger.withAllCommands(), arguments[1], folder);
    }

    private static void write(CommandLine command, String version, Path folder) throws IOException {
        ManPage page = new ManPage(command, version);
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
        for (CommandLine subcommand : command.getSubcommands().values()) {
            if (!subcommand.getCommandSpec().usageMessage().hidden()) {
                write(subcommand, version, folder);
            }
        }
    }

    private ManPages() {}
}
