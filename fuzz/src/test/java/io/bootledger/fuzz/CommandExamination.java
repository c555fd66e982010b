package io.bootledger.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.cli.output.ExportFormat;
import io.bootledger.fuzz.input.Input;
import io.bootledger.fuzz.law.FileLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Gives inputs to the commands, in a directory of their own. What they write is held against the laws of its kind. */
final class CommandExamination {
    /** A name that a log's file may bear, and no terminal or page may see. */
    private static final String HOSTILE = "\u001b[31m<script>fuzzed=\u202e.log";

    private static final byte[] NOTHING = {};

    /** What the log is compared with. */
    private static final byte[] REFERENCE = """
            [    0.000000] Linux version 6.1.0 (b@h) (gcc 12) #1 SMP
            [    0.000000] Command line: initcall_debug
            [    0.100000] calling  acpi_init+0x0/0x10 @ 1
            [    0.120000] initcall acpi_init+0x0/0x10 returned 0 after 20000 usecs
            [    0.200000] Freeing unused kernel image (initmem) memory: 100K
            [    0.210000] Run /sbin/init as init process
            """.getBytes(UTF_8);

    private final Path directory;

    CommandExamination(Path directory) {
        this.directory = directory;
    }

    void exports(byte[] log) throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            Command export = Command.run(log, "export", "-", "--as", format);
            if (export.exitCode() == 0) {
                FileLaws.hold("boot." + format, export.out());
            }
        }
    }

    void log(byte[] bytes) throws IOException {
        Path work = Files.createDirectories(directory.resolve("work"));
        try {
            Path log = Files.write(work.resolve(HOSTILE), bytes);
            Path other = Files.write(work.resolve("other.log"), REFERENCE);
            alone(log, work);
            beside(log, other, work);
            stored(log, work);
            FileLaws.tree(work.resolve("out"));
        } finally {
            clear(work);
        }
    }

    private static void alone(Path log, Path work) throws IOException {
        Path out = Files.createDirectories(work.resolve("out"));
        Command.run(NOTHING, "analyze", log).printsText();
        Command.run(
                NOTHING, "analyze", log, log, "--out", out.resolve("report"), "--json", out.resolve("analysis.json"));
        Command.run(NOTHING, "levels", log).printsText();
        json(Command.run(NOTHING, "levels", log, "--json", "-"));
        Command.run(NOTHING, "replay", log, "--until", "100ms").printsText();
        json(Command.run(NOTHING, "replay", log, "--json", "-"));
        Command.run(NOTHING, "explain", log, "acpi_init").printsText();
        json(Command.run(NOTHING, "explain", log, "acpi_init", "--json", "-"));
        Command.run(NOTHING, "simulate", "--like", log);
    }

    private static void beside(Path log, Path other, Path work) throws IOException {
        Path out = work.resolve("out");
        Command.run(NOTHING, "compare", log, other).printsText();
        Command.run(NOTHING, "compare", other, log, "--out", out.resolve("compared"));
        Path[] logs = copies(log, work);
        Path[] others = copies(other, work);
        gate(logs, others, out, "forth");
        gate(others, logs, out, "back");
    }

    private static void gate(Path[] base, Path[] candidate, Path out, String name) {
        Object[] words = Stream.of(
                        Stream.of("gate", "--github", "--baseline"),
                        Stream.of(base),
                        Stream.of("--candidate"),
                        Stream.of(candidate),
                        Stream.of("--json", out.resolve(name + ".json"), "--junit", out.resolve(name + ".xml")),
                        Stream.of("--markdown", out.resolve(name + ".md"), "--html", out.resolve(name + ".html")),
                        Stream.of("--metrics", out.resolve(name + ".openmetrics")))
                .flatMap(part -> part)
                .toArray();
        Command.run(NOTHING, words).printsText();
    }

    private static void stored(Path log, Path work) throws IOException {
        Path store = work.resolve("store");
        Command.run(NOTHING, "ingest", "--store", store, log).printsText();
        Command.run(NOTHING, "store", "list", "--store", store).printsText();
        Command.run(NOTHING, "store", "check", "--store", store).printsText();
        Command.run(NOTHING, "stats", "--store", store).printsText();
        json(Command.run(NOTHING, "stats", "--store", store, "--json", "-"));
        Command.run(NOTHING, "history", "--store", store).printsText();
    }

    /** What is read besides logs: whether it is taken or refused, with a word. */
    void document(Input input) throws IOException {
        Path work = Files.createDirectories(directory.resolve("work"));
        try {
            Path file = Files.write(work.resolve("document." + input.kind().ending()), input.bytes());
            if (input.kind() == Input.Kind.SCENARIO) {
                Command.run(NOTHING, "simulate", file);
            } else {
                Path log = Files.write(work.resolve("other.log"), REFERENCE);
                Command.run(NOTHING, "gate", "--baseline", log, "--candidate", log, "--budget", file);
            }
        } finally {
            clear(work);
        }
    }

    private static void json(Command command) throws IOException {
        if (command.exitCode() == 0) {
            FileLaws.hold("standard output.json", command.out());
        }
    }

    private static Path[] copies(Path log, Path work) throws IOException {
        Path[] copies = new Path[3];
        for (int at = 0; at < copies.length; at++) {
            copies[at] = Files.copy(log, work.resolve(at + log.getFileName().toString()));
        }
        return copies;
    }

    private static void clear(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
