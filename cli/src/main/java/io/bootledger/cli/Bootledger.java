package io.bootledger.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: finds the command and runs it. */
@Command(
        name = "bootledger",
        description = "Every microsecond of a Linux boot, on the record.",
        mixinStandardHelpOptions = true)
public final class Bootledger {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bootledger()).execute(arguments));
    }
}
