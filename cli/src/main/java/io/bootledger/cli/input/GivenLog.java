package io.bootledger.cli.input;

import io.bootledger.cli.process.StandardInput;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.ftrace.TracedBoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log of the command line.
 *
 * @param trace a trace of the same boot, which stands behind it there; the log itself where that is one; null without
 */
record GivenLog(String log, @Nullable String trace) {
    /** Tells the traces among the files from the logs: by their first bytes. */
    static List<GivenLog> of(List<String> files) {
        List<GivenLog> given = new ArrayList<>();
        boolean behindLog = false;
        for (String file : files) {
            boolean trace = isTrace(file);
            if (trace && behindLog) {
                GivenLog log = given.remove(given.size() - 1);
                given.add(new GivenLog(log.log(), file));
            } else {
                given.add(new GivenLog(file, trace ? file : null));
            }
            behindLog = !trace;
        }
        return given;
    }

    /** Whether what stands for the trace is what stands for the log. */
    boolean isTraceOnly() {
        return log.equals(trace);
    }

    private static boolean isTrace(String file) {
        if (file.equals(StandardInput.SIGN)) {
            return false;
        }
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) && begins(path);
        } catch (IOException | InvalidPathException unreadable) {
            return false;
        }
    }

    private static boolean begins(Path path) throws IOException {
        try (LogSource source = LogSource.file(path)) {
            return TracedBoot.isTrace(source);
        }
    }
}
