package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.store.StorePlace;
import io.bootledger.project.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The examples of each command's help, run in a folder that holds the files they speak of. */
class HelpExamplesTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^ '\"]+)");
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    /** What ends only when somebody ends it, works for minutes, boots machines, or takes the SQL engine: its words alone are tried. */
    private static final Set<String> LONG = Set.of("--follow", "power", "query", "boot", "bisect-run", "--try");

    private static final Set<String> WRITES =
            Set.of("--out", "--csv", "--png", "--html", "--junit", "--save", "--markdown", "--json", "--store");

    @TempDir
    static Path folder;

    @BeforeAll
    static void theFilesTheySpeakOf() throws IOException {
        for (String log : List.of("boot.log", "old.log", "new.log", "console.log.xz", "lab/one.log.xz")) {
            copy(LOG, log);
        }
        copy(Checkout.sample("amd64-6.1-cloud/trace.txt.gz"), "trace.txt");
        copy(Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt"), "System.map");
        Files.writeString(folder.resolve("blame.txt"), "   345ms ssh.service\n");
        copy(Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt"), "proc/kallsyms");
        copy(Checkout.sample("amd64-7.2-cloud/kallsyms-initcalls.txt"), "boot/System.map-7.2.0");
        copy(Checkout.sample("i386-6.12-caller/kallsyms-initcalls.txt"), "vmlinux");
        for (String seed : List.of("base 1", "new 100", "boots 200", "monday 300", "tuesday 400", "wednesday 500")) {
            String[] words = seed.split(" ");
            run(
                    List.of(
                            "simulate",
                            "arm-board",
                            "--kernel",
                            "6.1.9",
                            "--boots",
                            "6",
                            "--seed",
                            words[1],
                            "--out",
                            path(words[0])),
                    empty());
        }
        Files.writeString(folder.resolve("bootledger.toml"), "");
        ingest(Checkout.sample("ci/baseline/01.dmesg.xz"), "y", 1);
        ingest(Checkout.sample("ci/candidate/02.dmesg.xz"), "y", 2);
        ingest(LOG, "y", 3);
        for (int boot = 1; boot <= 6; boot++) {
            ingest(folder.resolve("boots/boot-" + boot + ".log"), "x", boot);
        }
    }

    private static void ingest(Path log, String board, int day) {
        run(List.of("ingest", log.toString(), "--tag", "board=" + board, "--tag", "day=" + day), empty());
    }

    private static void copy(Path from, String to) throws IOException {
        Path file = folder.resolve(to);
        Files.createDirectories(file.getParent());
        Files.copy(from, file);
    }

    static List<String> examples() {
        List<String> examples = new ArrayList<>();
        collect(Bootledger.withAllCommands(), examples);
        return examples;
    }

    private static void collect(CommandLine command, List<String> examples) {
        String[] footer = command.getCommandSpec().usageMessage().footer();
        List<String> lines = Stream.of(footer).map(String::format).toList();
        lines.stream()
                .skip(lines.indexOf("Examples:") + 1)
                .takeWhile(line -> lines.contains("Examples:") && !line.isEmpty())
                .map(line -> line.strip().split(" {2,}")[0])
                .forEach(examples::add);
        command.getSubcommands().values().forEach(subcommand -> collect(subcommand, examples));
    }

    /** Such as the time of a level that has no initcall. */
    @Test
    void aMetricThatIsZeroInEveryBootIsDrawn() {
        Run run = run(
                List.of("history", "--where", "tag.board=y", "--by", "tag.day", "--png", path("zero.png")), empty());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void commandsHaveExamples() {
        assertThat(examples()).hasSizeGreaterThan(50);
    }

    /** Whoever copies one from a narrow terminal has it whole; words of sentences are not torn apart. */
    @Test
    void helpBreaksNoExampleAndNoWord() {
        String help = Run.bootledger("gate", "--help").out();
        assertThat(help)
                .contains(
                        "--order interleaved --junit gate.xml\n",
                        "or --sequential wants more boots. More: docs/gate.md");
        assertThat(Run.bootledger("help", "gate").out()).isEqualTo(help);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleDoesWhatItSays(String example) throws IOException {
        InputStream in = empty();
        int ran = 0;
        for (String part : example.split("(?<!['\\[.]) \\| ")) {
            List<String> words = words(part);
            if (words.get(0).equals("bootledger")) {
                in = new ByteArrayInputStream(tried(example, words.subList(1, words.size()), in));
                ran++;
            } else if (ran == 0) {
                in = Files.newInputStream(part.startsWith("dmesg") ? LOG : Path.of(words.get(words.size() - 1)));
            }
        }
        assertThat(ran).as(example).isPositive();
    }

    private static byte[] tried(String example, List<String> words, InputStream in) {
        if (words.stream().anyMatch(LONG::contains)) {
            assertThat(Bootledger.withAllCommands()
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .parseArgs(words.toArray(String[]::new))
                            .hasSubcommand())
                    .isTrue();
            return new byte[0];
        }
        if (words.contains("accept")) {
            // By itself it writes into the folder where it runs.
            words = Stream.concat(words.stream(), Stream.of("--budget", path("bootledger.toml")))
                    .toList();
        }
        Run run = run(words, in);
        List<Integer> fine = words.get(0).equals("gate") ? List.of(0, 1) : List.of(0);
        assertThat(run.exitCode()).as(example + "\n" + run.err()).isIn(fine);
        return run.outBytes();
    }

    private static Run run(List<String> words, InputStream in) {
        Map<String, String> environment = Map.of(
                StorePlace.VARIABLE,
                path("store"),
                "BOOTLEDGER_KNOWLEDGE",
                path("known-levels.txt"),
                "BOOTLEDGER_TODAY",
                "2026-11-20");
        return Run.with(in, environment, words.toArray());
    }

    /** As a shell in that folder would break, expand and redirect them. */
    private static List<String> words(String command) throws IOException {
        List<String> words = new ArrayList<>();
        String before = "";
        for (MatchResult found : WORD.matcher(command.replaceAll(" > .*", "").replace("$(uname -r)", "6.1"))
                .results()
                .toList()) {
            boolean quoted = found.group(3) == null;
            String word = quoted ? found.group().substring(1, found.group().length() - 1) : found.group();
            boolean noFile = quoted && !word.contains("*.") || before.equals("bootledger");
            words.addAll(noFile ? List.of(word) : files(word, before, quoted));
            before = word;
        }
        return words;
    }

    private static List<String> files(String word, String before, boolean quoted) throws IOException {
        String relative = word.startsWith("/") ? word.substring(1) : word;
        String first = relative.split("/")[0];
        if (first.equals("3f2a")) {
            return List.of(Run.with(empty(), Map.of(StorePlace.VARIABLE, path("store")), "store", "list")
                    .out()
                    .lines()
                    .filter(boot -> boot.contains("dmesg.txt"))
                    .findFirst()
                    .orElseThrow()
                    .split(" ")[0]);
        }
        boolean written = WRITES.contains(before) && !word.equals("-");
        if (!written && !Files.exists(folder.resolve(first))) {
            return List.of(word);
        }
        if (before.equals("--store")) {
            return List.of(path("store of " + relative));
        }
        if (quoted || !relative.contains("*")) {
            return List.of(path(relative));
        }
        int slash = relative.lastIndexOf('/');
        List<String> expanded = new ArrayList<>();
        try (var matching =
                Files.newDirectoryStream(folder.resolve(relative.substring(0, slash)), relative.substring(slash + 1))) {
            matching.forEach(path -> expanded.add(path.toString()));
        }
        return expanded.stream().sorted().toList();
    }

    private static String path(String relative) {
        return folder.resolve(relative).toString();
    }

    private static InputStream empty() {
        return InputStream.nullInputStream();
    }
}
