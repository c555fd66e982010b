package io.bootledger.cli.process;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output. When its reader goes away, as {@code head} does, the command ends quietly. */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;

    public StandardOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static CommandFailure failed(IOException problem) {
        return "Broken pipe".equals(problem.getMessage())
                ? CommandFailure.silent(ExitCode.BROKEN_PIPE)
                : CommandFailure.unreadable(Complaint.writing("standard output", problem), problem);
    }
}
