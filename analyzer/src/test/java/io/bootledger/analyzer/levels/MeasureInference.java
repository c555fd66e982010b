package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.analyzer.timeline.ClockReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many built-in calls are placed right: {@code MeasureInference FOLDER} takes every boot below the folder that has a dmesg
 * and an ftrace of the same boot ({@code trace.txt}), which is the truth. A kernel's own table is left out of what is
 * known.
 */
final class MeasureInference {
    /** @param certainWrong calls said to be certain and placed wrong */
    record Score(int calls, int wrong, int certain, int certainWrong, List<String> mistakes) {
        Score and(Score other) {
            List<String> all = new ArrayList<>(mistakes);
            all.addAll(other.mistakes);
            return new Score(
                    calls + other.calls,
                    wrong + other.wrong,
                    certain + other.certain,
                    certainWrong + other.certainWrong,
                    all);
        }
    }

    private static final Score NOTHING = new Score(0, 0, 0, 0, List.of());
    private static final Pattern RELEASE = Pattern.compile("Linux version (\\S+)");

    public static void main(String[] arguments) throws IOException, NoSymbolTableException {
        Path folder = Path.of(arguments[0]);
        print("by the kernel's own table", bySymbols(folder));
        print("own table left out", measure(folder, release -> source -> source.contains(release)));
        print(
                "all of its version left out",
                measure(folder, release -> source -> version(source).equals(version(release))));
        print(
                "source tree left out, too",
                measure(
                        folder,
                        release -> source -> version(source).equals(version(release)) || source.contains("source")));
        print("source tree alone", measure(folder, release -> source -> !source.contains("source")));
        print("nothing left out", measure(folder, release -> source -> false));
    }

    private static String version(String release) {
        Matcher numbers = Pattern.compile("\\d+\\.\\d+").matcher(release);
        return numbers.find() ? numbers.group() : release;
    }

    /** Which sources to forget for a kernel. */
    interface LeftOut {
        Predicate<String> of(String release);
    }

    static Map<String, Score> measure(Path folder, LeftOut leftOut) throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        try (Stream<Path> boots = Files.list(folder)) {
            for (Path boot : boots.filter(Files::isDirectory).sorted().toList()) {
                Path dmesg = RecordedOrder.find(boot, "dmesg.txt");
                Path trace = RecordedOrder.find(boot, "trace.txt");
                if (dmesg == null || trace == null) {
                    continue;
                }
                String release = release(dmesg, boot);
                LevelKnowledge knowledge = without(leftOut.of(release));
                Score score = score(
                        RecordedOrder.ofDmesg(dmesg),
                        RecordedOrder.ofTrace(trace),
                        new LevelPlacer(null, () -> knowledge));
                scores.merge(release, score, Score::and);
            }
        }
        return scores;
    }

    private static Map<String, Score> bySymbols(Path folder) throws IOException, NoSymbolTableException {
        Map<String, Score> scores = new TreeMap<>();
        try (Stream<Path> boots = Files.list(folder)) {
            for (Path boot : boots.filter(Files::isDirectory).sorted().toList()) {
                Path dmesg = RecordedOrder.find(boot, "dmesg.txt");
                if (dmesg != null) {
                    scores.merge(release(dmesg, boot), withSymbols(boot), Score::and);
                }
            }
        }
        return scores;
    }

    static Score withSymbols(Path boot) throws IOException, NoSymbolTableException {
        Path table = RecordedOrder.find(boot, "kallsyms-initcalls.txt");
        Path dmesg = RecordedOrder.find(boot, "dmesg.txt");
        Path trace = RecordedOrder.find(boot, "trace.txt");
        if (table == null || dmesg == null || trace == null || Files.size(table) < 1000) {
            return NOTHING;
        }
        try (InputStream stream = RecordedOrder.open(table)) {
            LevelPlacer placer = new LevelPlacer(SymbolTable.read(stream), LevelKnowledge::none);
            return score(RecordedOrder.ofDmesg(dmesg), RecordedOrder.ofTrace(trace), placer);
        }
    }

    private static LevelKnowledge without(Predicate<String> leftOut) {
        LevelLearner learner = new LevelLearner().learn(LevelKnowledge.shipped());
        learner.sources().stream().filter(leftOut).forEach(learner::forget);
        return learner.knowledge();
    }

    /** The release as the log's banner has it; a log that lost its head is named by its folder. */
    private static String release(Path dmesg, Path boot) throws IOException {
        for (String line : RecordedOrder.lines(dmesg)) {
            Matcher banner = RELEASE.matcher(line);
            if (banner.find()) {
                return banner.group(1);
            }
        }
        String name = boot.getFileName().toString();
        return name.replaceAll("^(?:amd64|arm64|i386)-|-[a-z0-9]+$", "");
    }

    /** Scores a log whose calls are the last of the trace's: one that lost its head still is. */
    private static Score score(List<RecordedOrder.Call> logged, List<RecordedOrder.Call> traced, LevelPlacer placer) {
        int lost = traced.size() - logged.size();
        if (logged.isEmpty() || lost < 0 || !names(logged).equals(names(traced.subList(lost, traced.size())))) {
            return NOTHING;
        }
        List<Placement> placed =
                placer.place(logged.stream().map(MeasureInference::initcall).toList(), List.of());
        Score score = NOTHING;
        for (int at = 0; at < logged.size(); at++) {
            score = score.and(of(traced.get(at + lost), placed.get(at)));
        }
        return score;
    }

    private static Score of(RecordedOrder.Call truth, Placement placed) {
        InitcallLevel level = placed.level() == InitcallLevel.ROOTFS ? InitcallLevel.FS : placed.level();
        boolean right = level == truth.level();
        int certain = placed.certain() ? 1 : 0;
        String mistake = truth.function() + " is " + truth.level() + ", not " + placed.level();
        return new Score(1, right ? 0 : 1, certain, right ? 0 : certain, right ? List.of() : List.of(mistake));
    }

    private static List<String> names(List<RecordedOrder.Call> calls) {
        return calls.stream().map(RecordedOrder.Call::function).toList();
    }

    private static Initcall initcall(RecordedOrder.Call call) {
        return initcall(call.function(), call.pid(), null, LevelEvidence.UNKNOWN, 0);
    }

    static Initcall initcall(
            String function, int pid, @Nullable InitcallLevel level, LevelEvidence evidence, long line) {
        return new Initcall(
                1,
                new InitcallSymbol(function, function, null, null, null),
                level,
                evidence,
                pid,
                null,
                null,
                null,
                ClockReason.NEITHER,
                null,
                null,
                null,
                Outcome.OK,
                line,
                null,
                null);
    }

    private static void print(String title, Map<String, Score> scores) {
        System.out.println(title);
        Score all = NOTHING;
        for (var kernel : scores.entrySet()) {
            Score score = kernel.getValue();
            if (score.calls() > 0) {
                line(kernel.getKey(), score);
                all = all.and(score);
            }
        }
        line("all", all);
    }

    private static void line(String name, Score score) {
        System.out.printf(
                Locale.ROOT,
                "  %-32s %5d calls %3d wrong %7.2f %% right; certain %5d, of them wrong %d %s%n",
                name,
                score.calls(),
                score.wrong(),
                100.0 * (score.calls() - score.wrong()) / score.calls(),
                score.certain(),
                score.certainWrong(),
                name.equals("all") ? "" : score.mistakes().stream().distinct().toList());
    }

    private MeasureInference() {}
}
