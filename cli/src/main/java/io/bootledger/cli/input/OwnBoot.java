package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The boot of this machine, as far as its user may read it. */
public final class OwnBoot {
    /** Who tells of it: the kernel's own buffer first, which many systems show to root alone. */
    private static final List<List<String>> TELLERS =
            List.of(List.of("dmesg"), List.of("journalctl", "-k", "-b", "-o", "short-monotonic"));

    /** Empty where nobody may tell, or what is told holds no boot: the buffer forgets the oldest lines. */
    public static Optional<BootAnalysis> find(Surroundings here) {
        return TELLERS.stream().flatMap(teller -> boot(teller, here).stream()).findFirst();
    }

    private static Optional<BootAnalysis> boot(List<String> teller, Surroundings here) {
        List<BootAnalysis> boots = new ArrayList<>();
        Path program = program(teller.get(0), here);
        if (program != null) {
            List<String> command = new ArrayList<>(teller);
            command.set(0, program.toString());
            read(command, new BootAnalyzer("this machine", AnalysisOptions.LOG_ONLY, boots::add));
        }
        return boots.stream().reduce((earlier, later) -> later);
    }

    private static void read(List<String> command, BootAnalyzer analyzer) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            try (LogSource log = LogSource.stream("this machine", process.getInputStream())) {
                TraceReader.read(log, ReadingOptions.NUMBERS, analyzer);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            // Then it does not tell.
        }
    }

    /** Where the user's shell would find it; null if nowhere. */
    private static @Nullable Path program(String name, Surroundings here) {
        return Stream.of(here.environment().getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private OwnBoot() {}
}
