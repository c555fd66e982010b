package io.bootledger.cli.process;

import io.bootledger.reports.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Standard error: whatever is said, no name of a file, option or log reaches a terminal as anything but text. */
public final class TerminalWriter extends FilterWriter {
    public TerminalWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(Printable.lines(text.substring(from, from + length)));
    }
}
