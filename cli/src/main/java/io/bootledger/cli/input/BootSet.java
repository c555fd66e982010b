package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.simulate.SimulatedBoots;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** The boots of one side, from logs, patterns and folders. A log without a boot is a boot that cannot be used, never none. */
public final class BootSet {
    private static final String WILDCARDS = ".*[*?\\[{].*";
    private static final String STAMPS = ".stamps";

    private BootSet() {}

    /** @param option where the names come from, for people */
    public static List<ComparedBoot> read(String option, List<String> names, Messages messages) {
        List<ComparedBoot> boots = new ArrayList<>();
        for (String name : names) {
            for (Path log : logs(option, name)) {
                boots.addAll(boots(log, messages));
            }
        }
        return boots;
    }

    /** Where {@code boot} keeps, beside a log, when its lines came. */
    public static Path stampsOf(Path log) {
        return log.resolveSibling(log.getFileName() + STAMPS);
    }

    private static List<Path> logs(String option, String name) {
        if (name.isEmpty()) {
            throw CommandFailure.usage(option + " '': no file can have this name; is a variable of the shell empty?");
        }
        try {
            if (name.matches(WILDCARDS) && !Files.exists(Path.of(name))) {
                int folder = name.lastIndexOf('/') + 1;
                return listed(
                        option, name, Path.of(folder == 0 ? "." : name.substring(0, folder)), name.substring(folder));
            }
            Path path = Path.of(name);
            return Files.isDirectory(path) ? listed(option, name, path, "*") : List.of(path);
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(option + " " + name + ": no file can have this name");
        } catch (PatternSyntaxException e) {
            throw CommandFailure.usage(option + " " + name + ": this is no pattern: " + e.getDescription());
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(option + " " + name, e), e);
        }
    }

    /** The files of a folder in the order of their names, but hidden ones and what {@code simulate} and {@code boot} write beside logs. */
    private static List<Path> listed(String option, String name, Path folder, String glob) throws IOException {
        TreeSet<Path> logs = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                if (Files.isRegularFile(file)
                        && !fileName.startsWith(".")
                        && !fileName.endsWith(STAMPS)
                        && !SimulatedBoots.writesBesideLogs(fileName)) {
                    logs.add(folder.toString().isEmpty() || folder.equals(Path.of(".")) ? file.normalize() : file);
                }
            }
        }
        if (logs.isEmpty()) {
            throw CommandFailure.unreadable(option + " " + name + ": no log is there", null);
        }
        return List.copyOf(logs);
    }

    private static List<ComparedBoot> boots(Path log, Messages messages) {
        List<ComparedBoot> boots = new ArrayList<>();
        TraceContents contents;
        try (LogSource source = LogSource.file(log)) {
            contents = TraceInput.read(
                    source,
                    ReadingOptions.NUMBERS,
                    new BootAnalyzer(
                            log.toString(), AnalysisOptions.LOG_ONLY, boot -> boots.add(ComparedBoot.of(boot))),
                    messages);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(log.toString(), e), e);
        }
        String complaint = contents.complaint();
        return complaint == null ? boots : List.of(ComparedBoot.unknown(log.toString(), complaint));
    }
}
