package io.bootledger.cli;

import io.bootledger.cli.input.SymbolFile;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.text.many.SymbolTableReport;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bootledger symbols show}: the initcalls of a kernel image. */
@Command(
        name = "show",
        description = "Show the initcalls of a kernel image in the order in which it runs them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SymbolsShowCommand implements Runnable {
    private final Surroundings here;

    @Parameters(
            paramLabel = "FILE",
            description = "System.map, /proc/kallsyms or the output of nm; - is standard input.")
    private String file;

    SymbolsShowCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        boolean piped = file.equals(StandardInput.SIGN);
        SymbolTable table = piped ? SymbolFile.readStandardInput(here) : SymbolFile.read(file, Path.of(file));
        String text = SymbolTableReport.of(StandardInput.nameOf(file), table, here.layout());
        OutputStream out = new StandardOutput(here.out());
        Writing.to("standard output", () -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }
}
