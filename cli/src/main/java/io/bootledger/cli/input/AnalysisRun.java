package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.ResultSink;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.Grab;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads logs one after another and hands their events and boots to the sinks. A log that cannot be read, or whose reading is a fault
 * of ours, is named, and the others are read all the same.
 */
public final class AnalysisRun implements AutoCloseable {
    private static final String WHAT_TO_GIVE = "give what dmesg, /dev/kmsg, journalctl -k or a serial port says";

    private final Surroundings here;
    private final ReadingOptions reading;
    private final AnalysisOptions options;
    private final Messages messages;
    private final List<ResultSink> sinks;
    private final List<ResultSink> eventSinks;
    private final BootFinisher views = new BootFinisher();
    private long boots;
    private boolean kernelHeard;
    private boolean allRead = true;
    private final AtomicBoolean faulty = new AtomicBoolean();

    public AnalysisRun(
            Surroundings here,
            ReadingOptions reading,
            AnalysisOptions options,
            Messages messages,
            List<ResultSink> sinks) {
        this.here = here;
        this.reading = reading;
        this.options = options;
        this.messages = messages;
        this.sinks = sinks;
        this.eventSinks = sinks.stream().filter(ResultSink::takesEvents).toList();
    }

    public static void refuseTwice(List<String> logs) {
        if (logs.stream().filter(StandardInput.SIGN::equals).count() > 1) {
            throw CommandFailure.usage("standard input (-) can be read only once");
        }
    }

    /** Reads logs, each for itself, with the trace that stands behind it. */
    public void readAll(List<String> logs, Progress progress) {
        for (GivenLog given : GivenLog.of(logs)) {
            String name = StandardInput.nameOf(given.log());
            unlessFaulty(name, () -> allRead &= read(given.log(), name, GivenTrace.read(given, messages), progress));
        }
    }

    /** Whether a log held a boot, and its trace was of that. */
    private boolean read(String log, String name, GivenTrace trace, Progress progress) {
        try {
            TraceContents contents = readOne(log, name, trace, progress);
            kernelHeard |= contents.boots() > 0 || contents.runningKernel();
            if (contents.boots() > 0 || trace.endsAlone()) {
                return trace.isUsed(messages);
            }
            messages.say(name + ": " + contents.complaint() + ": " + WHAT_TO_GIVE);
        } catch (InvalidPathException e) {
            messages.say(name + ": no file can have this name");
        } catch (IOException e) {
            messages.say(Complaint.reading(name, e));
        }
        return false;
    }

    /** Reads a log; tells what it held. */
    private TraceContents readOne(String log, String name, GivenTrace trace, Progress progress) throws IOException {
        try (LogSource source = open(log, here.in(), progress)) {
            sinks.forEach(sink -> sink.log(name));
            Grab grab = source.grab();
            if (grab != null) {
                sinks.forEach(sink -> sink.grab(grab));
            }
            return read(source, name, trace, optionsFor(source));
        }
    }

    /** Symbols that were asked for are better than those that come with the log. */
    private AnalysisOptions optionsFor(LogSource log) throws IOException {
        if (options.symbols() != null) {
            return options;
        }
        try {
            SymbolTable grabbed = SymbolFile.grabbed(log);
            return grabbed == null ? options : options.with(grabbed);
        } catch (NoSymbolTableException e) {
            messages.say(log.name() + ": its section " + Grab.SYMBOLS + " " + e.getMessage());
            return options;
        }
    }

    private TraceContents read(LogSource source, String name, GivenTrace trace, AnalysisOptions options)
            throws IOException {
        if (eventSinks.isEmpty()) {
            Executor making = view -> views.execute(() -> unlessFaulty(name, view));
            BootAnalyzer analyzer = new BootAnalyzer(name, options, making, this::boot);
            return TraceInput.read(source, reading, trace.before(analyzer), messages);
        }
        BootAnalyzer analyzer = new BootAnalyzer(name, options, this::boot);
        return TraceInput.read(
                source,
                reading,
                trace.before(event -> {
                    event(event);
                    analyzer.accept(event);
                }),
                messages);
    }

    /** Only what an output says ends the run. */
    private void unlessFaulty(String name, Runnable work) {
        try {
            work.run();
        } catch (CommandFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            fault(name, e);
        }
    }

    private void fault(String name, Throwable thrown) {
        faulty.set(true);
        messages.sayFault(name, thrown, here.debug());
    }

    /** Takes a boot out of a store in its turn among the logs. */
    public void read(StoredBoot stored) {
        views.end();
        sinks.forEach(sink -> sink.log(stored.header().origin().log()));
        if (!eventSinks.isEmpty()) {
            stored.read(this::event);
        }
        boot(stored.analysis(options));
    }

    /** The worst that a log came to, once the run has ended. */
    public int exitCode() {
        if (faulty.get()) {
            return ExitCode.INTERNAL;
        }
        return allRead ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    /** Ends the run; gives the number of boots. */
    public long end() {
        views.end();
        return boots;
    }

    /** Whether any log was a kernel's, with or without a boot in it. */
    public boolean kernelHeard() {
        return kernelHeard;
    }

    @Override
    public void close() {
        views.close();
    }

    public static LogSource open(String log, InputStream standardInput) throws IOException {
        return open(log, standardInput, Progress.none());
    }

    /** @param progress moves as a file is read */
    public static LogSource open(String log, InputStream standardInput, Progress progress) throws IOException {
        if (log.isEmpty()) {
            throw new NoSuchFileException(StandardInput.nameOf(log));
        }
        return log.equals(StandardInput.SIGN)
                ? LogSource.stream(StandardInput.nameOf(log), standardInput)
                : LogSource.file(Path.of(log), progress::watched);
    }

    private void event(RecordedEvent event) {
        for (ResultSink sink : eventSinks) {
            sink.event(event);
        }
    }

    private void boot(BootAnalysis boot) {
        boots++;
        for (ResultSink sink : sinks) {
            show(boot, sink);
        }
    }

    /** A document that broke off inside a boot cannot go on. */
    private void show(BootAnalysis boot, ResultSink sink) {
        try {
            sink.boot(boot);
        } catch (CommandFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            fault(boot.source(), e);
            if (!sink.leavesOut()) {
                throw CommandFailure.silent(ExitCode.INTERNAL);
            }
        }
    }
}
