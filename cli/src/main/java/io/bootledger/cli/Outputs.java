package io.bootledger.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a run's results go. All are opened before the first log is read, so that a bad place is known at once. */
final class Outputs implements AutoCloseable {
    private final List<ResultSink> sinks = new ArrayList<>();

    interface Opening {
        ResultSink open() throws IOException;
    }

    void add(ResultSink sink) {
        sinks.add(sink);
    }

    /** @param place for people */
    void open(Object place, Opening opening) {
        try {
            Writing.to(place, () -> sinks.add(opening.open()));
        } catch (CommandFailure e) {
            close();
            throw e;
        }
    }

    /**
     * Writes the analyses as JSON.
     *
     * @param file name of the file; {@code -} is standard output
     */
    void openJson(String file, OutputStream standard, List<String> sources) {
        if (AnalysisRun.STANDARD_INPUT.equals(file)) {
            add(new JsonOutput("standard output", standard, sources));
        } else {
            open(file, () -> new JsonOutput(file, WholeFile.at(Path.of(file)), sources));
        }
    }

    List<ResultSink> sinks() {
        return sinks;
    }

    void finish() {
        sinks.forEach(ResultSink::finish);
    }

    /** No log held a boot: only what says so is shown. */
    void finishWithoutBoots() {
        sinks.stream().filter(ResultSink::tellsOfNone).forEach(ResultSink::finish);
    }

    @Override
    public void close() {
        sinks.forEach(ResultSink::close);
    }
}
