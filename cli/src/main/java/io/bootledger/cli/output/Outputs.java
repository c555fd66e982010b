package io.bootledger.cli.output;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a run's results go. All are opened before the first log is read, so that a bad place is known at once. */
public final class Outputs implements AutoCloseable {
    private final List<ResultSink> sinks = new ArrayList<>();

    public interface Opening {
        ResultSink open() throws IOException;
    }

    public void add(ResultSink sink) {
        sinks.add(sink);
    }

    /** @param place for people */
    public void open(Object place, Opening opening) {
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
    public void openJson(String file, OutputStream standard, List<String> sources) {
        if (StandardInput.SIGN.equals(file)) {
            add(new JsonOutput("standard output", standard, sources));
        } else {
            open(file, () -> new JsonOutput(file, WholeFile.at(Path.of(file)), sources));
        }
    }

    public List<ResultSink> sinks() {
        return sinks;
    }

    public void finish() {
        sinks.forEach(ResultSink::finish);
    }

    /** No log held a boot: only what says so is shown. */
    public void finishWithoutBoots() {
        sinks.stream().filter(ResultSink::tellsOfNone).forEach(ResultSink::finish);
    }

    @Override
    public void close() {
        sinks.forEach(ResultSink::close);
    }
}
