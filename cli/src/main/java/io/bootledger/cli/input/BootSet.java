package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.simulate.SimulatedBoots;
import io.bootledger.traces.format.HostStamps;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.input.TraceReader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** The boots of one side, from logs, patterns and folders. A log without a boot is a boot that cannot be used, never none. */
public final class BootSet {
    private static final String WILDCARDS = ".*[*?\\[{].*";

    private BootSet() {}

    /** @param option where the names come from, for people */
    public static List<ComparedBoot> read(String option, List<String> names, Messages messages) {
        List<Path> named = named(option, names);
        Collection<Path> files = once(named);
        if (files.size() < named.size()) {
            messages.say(option + ": " + named.size() + " logs are named and " + files.size()
                    + " of them differ: each file is taken once");
        }
        List<ComparedBoot> boots = new ArrayList<>();
        for (Path log : files) {
            boots.addAll(boots(log, messages));
        }
        return boots;
    }

    /** The names that these boots would have in a store. */
    public static Set<BootId> ids(String option, List<String> names) {
        BootNames boots = new BootNames();
        for (Path log : once(named(option, names))) {
            try (LogSource source = LogSource.file(log)) {
                TraceReader.read(source, ReadingOptions.EVERYTHING, boots);
            } catch (IOException e) {
                throw CommandFailure.unreadable(Complaint.reading(log.toString(), e), e);
            }
        }
        return Set.copyOf(boots.names());
    }

    /** The files that a name stands for; none where who reads it would refuse it. */
    static List<Path> filesOf(String name) {
        try {
            return logs("", name);
        } catch (CommandFailure refused) {
            return List.of();
        }
    }

    private static List<Path> named(String option, List<String> names) {
        return names.stream().flatMap(name -> logs(option, name).stream()).toList();
    }

    /** Each file once, however often and by whatever path it is named: a boot that is read twice is no second boot. */
    private static Collection<Path> once(List<Path> logs) {
        Map<Path, Path> files = new LinkedHashMap<>();
        logs.forEach(log -> files.putIfAbsent(identity(log), log));
        return files.values();
    }

    private static Path identity(Path log) {
        try {
            return log.toRealPath();
        } catch (IOException e) {
            // What cannot be read is said by who reads it.
            return log;
        }
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
                        && !HostStamps.isNamedSo(fileName)
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
