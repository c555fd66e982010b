package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Bootledger;
import io.bootledger.cli.Run;
import io.bootledger.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** No command writes over what it reads, nor twice to one place. */
class GivenPlacesTest {
    /** What help calls values that name no file of the user's, or one that is never written. */
    private static final Set<String> NO_FILES = Set.of(
            "BOOTS",
            "CHANGE",
            "CMD",
            "COLUMN",
            "DATE",
            "DEV,BAUD",
            "FORM",
            "FORMAT",
            "HOST",
            "HOW",
            "INITCALL",
            "KEY",
            "KEY=VALUE",
            "LEVEL",
            "METRIC",
            "MB",
            "N",
            "NAME",
            "REGEX",
            "RELEASE",
            "ROW",
            "SECONDS",
            "SQL",
            "TABLE",
            "TEXT",
            "TIME",
            "TREE",
            "VIEW",
            "WORD",
            "COMMAND",
            "interleaved|blocks",
            "unchanged|slower");

    /** Directories of this program's own. */
    private static final Set<String> STORES = Set.of("--store", "DIR");

    /** Values of what a command cannot do without. */
    private static final Map<String, String> REQUIRED = Map.of("--as", "csv", "--reason", "why", "ROW", "init");

    private static final String LOG = "[    0.000000] Linux version 6.1.0 (a@b) #1\n";

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void aLog() throws IOException {
        log = Files.writeString(folder.resolve("boot.log"), LOG);
    }

    record Pair(List<String> command, ArgSpec one, ArgSpec written) {
        @Override
        public String toString() {
            return String.join(" ", command) + ": " + name(one) + " and " + name(written);
        }
    }

    private static Stream<CommandLine> commands(CommandLine above) {
        return Stream.concat(
                Stream.of(above),
                above.getSubcommands().values().stream().distinct().flatMap(GivenPlacesTest::commands));
    }

    private static List<String> words(CommandLine command) {
        return Arrays.stream(command.getCommandSpec().qualifiedName().split(" "))
                .skip(1)
                .toList();
    }

    static Stream<Pair> readAndWritten() {
        return commands(Bootledger.withAllCommands())
                .flatMap(command -> GivenPlaces.written(command.getCommandSpec()).stream()
                        .flatMap(written -> GivenPlaces.read(command.getCommandSpec()).stream()
                                .map(read -> new Pair(words(command), read, written))));
    }

    static Stream<Pair> writtenTwice() {
        return commands(Bootledger.withAllCommands()).flatMap(command -> {
            List<ArgSpec> written = GivenPlaces.written(command.getCommandSpec());
            return written.stream()
                    .flatMap(one -> written.stream()
                            .skip(written.indexOf(one) + 1L)
                            .map(other -> new Pair(words(command), one, other)));
        });
    }

    @Test
    void ofEachArgumentItIsKnownWhetherItNamesAFile() {
        assertThat(commands(Bootledger.withAllCommands())
                        .flatMap(command -> command.getCommandSpec().args().stream()
                                .filter(argument -> argument.arity().max() > 0)
                                .filter(argument -> !GivenPlaces.read(command.getCommandSpec())
                                        .contains(argument))
                                .filter(argument -> !GivenPlaces.written(command.getCommandSpec())
                                        .contains(argument))
                                .filter(argument -> !STORES.contains(name(argument)))
                                .map(argument -> words(command) + " " + name(argument) + " " + argument.paramLabel()))
                        .filter(argument -> !NO_FILES.contains(argument.substring(argument.lastIndexOf(' ') + 1))))
                .isEmpty();
        assertThat(readAndWritten()).hasSizeGreaterThan(50);
        assertThat(writtenTwice()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("readAndWritten")
    void whatIsReadIsNotWritten(Pair pair) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("./boot.log"));
        for (Path output : List.of(log, folder.resolve("../" + folder.getFileName() + "/boot.log"), link)) {
            Run run = run(pair, log, output);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains(name(pair.written()) + " ", name(pair.one()), "would be lost");
            assertThat(log).hasContent(LOG);
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("writtenTwice")
    void twoAreNotWrittenToOnePlace(Pair pair) {
        Path place = folder.resolve("new");
        Run run = run(pair, place, folder.resolve("./new"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(name(pair.one()) + " ", name(pair.written()) + " ", "to one place");
        assertThat(place).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gate --baseline F/base --candidate F/new --html F/new/gate.html | --html F/new/gate.html: --candidate F/new is a folder
            compare F/base/*.log F/new --csv F/base/1.log | --csv F/base/1.log: this is what BASE F/base/*.log reads
            compare F/base F/new --out F/new | --out F/new: CANDIDATE F/new lies there
            compare F/base F/new --out F/x --json F/x/c.json | the directory is filled anew
            analyze F/report/events.jsonl.gz --out F/report | --out F/report: LOG F/report/events.jsonl.gz lies there
            simulate --like F/sim/boot-1.log --out F/sim | --out F/sim: --like F/sim/boot-1.log lies there
            simulate desktop --out F/sim --save F/sim/boot-2.log | the directory is filled anew
            simulate desktop --boots 2 --out F/base | --out F/base holds boot-2.log, which simulate has not written
            simulate desktop --boots 2 --out F/map | --out F/map holds System.map, which simulate has not written
            """)
    void noFolderLosesWhatIsInIt(String commandLine, String sentence) throws IOException {
        for (String name : List.of(
                "base/1.log",
                "base/boot-2.log",
                "new/1.log",
                "map/System.map",
                "sim/boot-1.log",
                "sim/boot-1.truth.json",
                "report/events.jsonl.gz")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, LOG);
        }
        Run run = Run.bootledger(
                (Object[]) commandLine.replace("F/", folder + "/").split(" "));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence.replace("F/", folder + "/"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(8)
                    .allSatisfy(file -> assertThat(file).hasContent(LOG));
        }
    }

    /** Beside what it has written itself it writes again, and a device takes what comes. */
    @Test
    void whatIsNoLossIsDone() {
        Path boots = folder.resolve("boots");
        for (String scenario : List.of("arm-board", "cloud-vm")) {
            assertThat(Run.bootledger("simulate", scenario, "--out", boots, "--save", folder.resolve("machine.json"))
                            .exitCode())
                    .isZero();
        }
        assertThat(Run.bootledger("levels", boots.resolve("boot-1.log"), "--csv", "/dev/null", "--json", "/dev/null")
                        .exitCode())
                .isZero();
    }

    private static Run run(Pair pair, Path one, Path written) {
        CommandLine command = Bootledger.withAllCommands();
        List<Object> words = new ArrayList<>(pair.command());
        for (String word : pair.command()) {
            command = command.getSubcommands().get(word);
        }
        words.add(name(pair.written()));
        words.add(written);
        List<ArgSpec> positional = new ArrayList<>();
        for (ArgSpec argument : command.getCommandSpec().args()) {
            if (!argument.isOption()) {
                positional.add(argument);
            } else if (argument == option(command, pair.one())) {
                words.add(name(argument));
                words.add(one);
            } else if (argument.required() && !name(argument).equals(name(pair.written()))) {
                words.add(name(argument));
                words.add(REQUIRED.getOrDefault(name(argument), "unused"));
            }
        }
        words.add("--");
        for (ArgSpec argument : positional) {
            boolean asked = argument.toString().equals(pair.one().toString());
            if (asked || argument.required()) {
                words.add(asked ? one : REQUIRED.getOrDefault(argument.paramLabel(), "unused"));
            }
        }
        return Run.bootledger(words.toArray());
    }

    private static ArgSpec option(CommandLine command, ArgSpec one) {
        return one instanceof OptionSpec option ? command.getCommandSpec().findOption(option.longestName()) : one;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
