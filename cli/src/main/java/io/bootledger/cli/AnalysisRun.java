package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads logs one after another and hands their events and boots to the sinks. */
final class AnalysisRun implements AutoCloseable {
    static final String STANDARD_INPUT = "-";
    private static final String WHAT_TO_GIVE = "give what dmesg, /dev/kmsg, journalctl -k or a serial port says";

    private final InputStream standardInput;
    private final ReadingOptions reading;
    private final AnalysisOptions options;
    private final List<ResultSink> sinks;
    private final List<ResultSink> eventSinks;
    private final BesideReading views = new BesideReading();
    private long boots;
    private boolean kernelHeard;

    AnalysisRun(InputStream standardInput, ReadingOptions reading, AnalysisOptions options, List<ResultSink> sinks) {
        this.standardInput = standardInput;
        this.reading = reading;
        this.options = options;
        this.sinks = sinks;
        this.eventSinks = sinks.stream().filter(ResultSink::takesEvents).toList();
    }

    /** How a log is called in reports and messages. */
    static String nameOf(String log) {
        return log.equals(STANDARD_INPUT) ? "standard input" : log;
    }

    static void refuseTwice(List<String> logs) {
        if (logs.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw CommandFailure.usage("standard input (-) can be read only once");
        }
    }

    /** Reads logs; whether all could be read. One that cannot is named, the others are read all the same. */
    boolean readAll(List<String> logs, Messages messages, Progress progress) {
        boolean allRead = true;
        for (String log : logs) {
            allRead &= read(log, messages);
            progress.step();
        }
        return allRead;
    }

    private boolean read(String log, Messages messages) {
        String name = nameOf(log);
        try {
            TraceContents contents = readOne(log, messages);
            kernelHeard |= contents.boots() > 0 || contents.runningKernel();
            if (contents.boots() > 0) {
                return true;
            }
            String found = contents.runningKernel()
                    ? "the words of a kernel that has been running for minutes, and nothing of its boot: "
                    : contents.kind() + ", and no line of a kernel: ";
            messages.say(name + ": it holds " + found + WHAT_TO_GIVE);
        } catch (InvalidPathException e) {
            messages.say(name + ": no file can have this name");
        } catch (IOException e) {
            messages.say(Complaint.reading(name, e));
        }
        return false;
    }

    /** Reads a log; tells what it held. */
    private TraceContents readOne(String log, Messages messages) throws IOException {
        try (LogSource source = open(log, standardInput)) {
            sinks.forEach(sink -> sink.log(nameOf(log)));
            TraceContents contents = read(source, nameOf(log), messages);
            messages.sayDamage(source);
            return contents;
        }
    }

    private TraceContents read(LogSource source, String name, Messages messages) throws IOException {
        if (eventSinks.isEmpty()) {
            return TraceInput.read(source, reading, new BootAnalyzer(name, options, views, this::boot), messages);
        }
        BootAnalyzer analyzer = new BootAnalyzer(name, options, this::boot);
        return TraceInput.read(
                source,
                reading,
                event -> {
                    event(event);
                    analyzer.accept(event);
                },
                messages);
    }

    /** Takes a boot out of a store in its turn among the logs. */
    void read(StoredBoot stored) {
        views.end();
        sinks.forEach(sink -> sink.log(stored.header().origin().log()));
        if (!eventSinks.isEmpty()) {
            stored.read(this::event);
        }
        boot(stored.analysis(options));
    }

    /** Ends the run; gives the number of boots. */
    long end() {
        views.end();
        return boots;
    }

    /** Whether any log was a kernel's, with or without a boot in it. */
    boolean kernelHeard() {
        return kernelHeard;
    }

    @Override
    public void close() {
        views.close();
    }

    static LogSource open(String log, InputStream standardInput) throws IOException {
        return log.equals(STANDARD_INPUT) ? LogSource.stream(nameOf(log), standardInput) : LogSource.file(Path.of(log));
    }

    private void event(RecordedEvent event) {
        for (ResultSink sink : eventSinks) {
            sink.event(event);
        }
    }

    private void boot(BootAnalysis boot) {
        boots++;
        for (ResultSink sink : sinks) {
            sink.boot(boot);
        }
    }
}
