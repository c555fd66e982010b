package io.bootledger.analyzer.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every log of a traced boot, in every form it was saved in, against what the trace says: the samples, and whatever more boots
 * of the same shape the environment variable BOOTLEDGER_TRACES has under {@code real}.
 */
class TruthTest {
    private static final Path SAMPLES = Path.of("..", "traces", "samples");
    private static final String SYMBOLS = "kallsyms-initcalls.txt";
    private static final String MORE = System.getenv("BOOTLEDGER_TRACES");

    static Stream<Path> logsOfTracedBoots() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Path boot : tracedBoots().toList()) {
            try (Stream<Path> files = Files.walk(boot, 2)) {
                files.filter(TruthTest::isLog).sorted().forEach(logs::add);
            }
        }
        return logs.stream();
    }

    static Stream<Path> tracedBoots() throws IOException {
        List<Path> boots = new ArrayList<>();
        for (Path folder : MORE == null ? List.of(SAMPLES) : List.of(SAMPLES, Path.of(MORE, "real"))) {
            try (Stream<Path> inside = Files.list(folder)) {
                inside.filter(boot -> trace(boot) != null).sorted().forEach(boots::add);
            }
        }
        return boots.stream();
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("dmesg.") || name.startsWith("kmsg.") || name.startsWith("console.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logsOfTracedBoots")
    void theInitcallsAreThoseOfTheTrace(Path log) throws IOException {
        List<TracedCall> truth = truth(log);
        BootAnalysis boot = analyze(log, AnalysisOptions.LOG_ONLY);
        List<String> found = builtIns(boot).map(TruthTest::facts).toList();

        assertThat(boot.reading().lines())
                .isEqualTo(boot.reading().recognised()
                        + boot.reading().irrelevant()
                        + boot.reading().malformed());
        List<String> expected = truth.stream()
                .map(call -> call.function() + " @ " + call.pid() + " = " + call.returned())
                .toList();
        if (found.isEmpty()) {
            assertThat(textOf(log)).doesNotContain("calling  " + truth.get(0).function());
        } else if (boot.reading().headLost()) {
            List<String> whole = found.subList(1, found.size());
            assertThat(whole).isEqualTo(expected.subList(expected.size() - whole.size(), expected.size()));
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tracedBoots")
    void theTracesOwnLevelsAreKept(Path boot) throws IOException {
        Path trace = Objects.requireNonNull(trace(boot));

        List<String> found = builtIns(analyze(trace, AnalysisOptions.LOG_ONLY))
                .map(TruthTest::level)
                .toList();

        assertThat(found)
                .isEqualTo(
                        TracedCall.read(trace).stream().map(TracedCall::level).toList());
    }

    /** Some kernels have no initcalls among their symbols; their file says so in one line. */
    static Stream<Path> tracedBootsWithSymbols() throws IOException {
        return tracedBoots()
                .filter(boot -> Files.exists(boot.resolve("dmesg.txt")))
                .filter(boot -> boot.resolve(SYMBOLS).toFile().length() > 1_000)
                .filter(boot -> !boot.toString().endsWith("noinitcalldebug"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tracedBootsWithSymbols")
    void theKernelsSymbolTablePlacesEveryCallWhereTheTraceDoes(Path boot) throws Exception {
        Path log = boot.resolve("dmesg.txt");
        AnalysisOptions options;
        try (InputStream table = Files.newInputStream(boot.resolve(SYMBOLS))) {
            options = new AnalysisOptions(SymbolTable.read(table));
        }
        BootAnalysis analysis = analyze(log, options);
        List<String> found = builtIns(analysis).map(TruthTest::level).toList();
        List<String> truth = truth(log).stream().map(TracedCall::level).toList();

        assertThat(found).isNotEmpty().isEqualTo(truth.subList(truth.size() - found.size(), truth.size()));
    }

    /** What a reader of the page sees side by side. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("logsOfTracedBoots")
    void phasesAndLedgerTellTheSameOfTheWayToInit(Path log) throws IOException {
        BootAnalysis boot = analyze(log, AnalysisOptions.LOG_ONLY);
        Ledger ledger = boot.accounting().ledger();
        if (ledger == null || ledger.ends() != Ledger.End.INIT_STARTED) {
            return;
        }
        Map<Phase.Kind, Long> phases = new EnumMap<>(Phase.Kind.class);
        boot.phases().forEach(phase -> phases.put(phase.kind(), phase.endUs() - phase.startUs()));
        Map<Account.Kind, Long> accounts = new EnumMap<>(Account.Kind.class);
        ledger.accounts().forEach(account -> accounts.merge(account.kind(), account.us(), Long::sum));

        assertThat(accounts.getOrDefault(Account.Kind.FREE_INIT_MEMORY, 0L))
                .isEqualTo(phases.getOrDefault(Phase.Kind.FREE_INIT_MEMORY, 0L));
        assertThat(accounts.getOrDefault(Account.Kind.WRITE_PROTECT, 0L))
                .isEqualTo(phases.getOrDefault(Phase.Kind.WRITE_PROTECT, 0L));
        assertThat(accounts.getOrDefault(Account.Kind.UNTIL_INIT, 0L))
                .isEqualTo(phases.getOrDefault(Phase.Kind.UNTIL_INIT, 0L));
    }

    private static Stream<Initcall> builtIns(BootAnalysis boot) {
        return boot.timeline().initcalls().stream()
                .filter(call -> call.module() == null && call.pid() != null && call.pid() <= 1);
    }

    private static String facts(Initcall call) {
        return call.function() + " @ " + call.pid() + " = " + call.returnValue();
    }

    /** The trace knows no rootfs: those calls run inside fs. */
    private static @Nullable String level(Initcall call) {
        InitcallLevel level = call.level() == InitcallLevel.ROOTFS ? InitcallLevel.FS : call.level();
        return level == null ? null : level.toString();
    }

    private static List<TracedCall> truth(Path log) throws IOException {
        Path folder = Objects.requireNonNull(log.getParent());
        Path trace = trace(folder);
        return TracedCall.read(
                trace != null ? trace : Objects.requireNonNull(trace(Objects.requireNonNull(folder.getParent()))));
    }

    private static @Nullable Path trace(Path boot) {
        return Stream.of("trace.txt", "trace.txt.gz")
                .map(boot::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static BootAnalysis analyze(Path log, AnalysisOptions options) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.file(log), ReadingOptions.NUMBERS, new BootAnalyzer(log.toString(), options, boots::add));
        assertThat(boots).hasSize(1);
        return boots.get(0);
    }

    private static String textOf(Path log) throws IOException {
        List<String> text = new ArrayList<>();
        LogReader.read(
                LogSource.file(log),
                ReadingOptions.EVERYTHING,
                event -> text.add(String.valueOf(event.origin().text())));
        return String.join("\n", text);
    }
}
