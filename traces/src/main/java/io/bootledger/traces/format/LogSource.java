package io.bootledger.traces.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where a log's bytes come from: a file or a stream, plain or compressed (told by content, not by name). */
public final class LogSource {
    private final String name;
    private final InputStream stream;

    private LogSource(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    public static LogSource file(Path path) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static LogSource stream(String name, InputStream stream) throws IOException {
        return new LogSource(name, stream);
    }

    public String name() {
        return name;
    }

    InputStream stream() {
        return stream;
    }
}
