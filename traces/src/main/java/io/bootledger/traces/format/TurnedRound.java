package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.Ascii;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A log whose last line comes first, turned round: its lines from the last to the first. They are kept in a temporary file meanwhile,
 * so that memory stays bounded.
 */
final class TurnedRound extends InputStream {
    private static final int BLOCK = 1 << 18;

    private final FileChannel file;
    private final long lines;
    private long left;
    /** The end of a line that begins before the block. */
    private byte[] rest = {};

    private byte[] turned = {};
    private int at;

    private TurnedRound(FileChannel file, long lines, long length) {
        this.file = file;
        this.lines = lines;
        this.left = length;
    }

    /** Takes the whole of a log; a line that does not end gets an end. */
    static TurnedRound of(InputStream log) throws IOException {
        Path path = temporary();
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            return fill(file, log);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static Path temporary() throws IOException {
        try {
            return Files.createTempFile("bootledger", ".log");
        } catch (IOException noRoom) {
            throw noRoom(noRoom);
        }
    }

    private static IOException noRoom(IOException cause) {
        return new IOException(
                "its newest line comes first, and there is no room for the temporary file to turn it round:"
                        + " give it as tac writes it, or a TMPDIR with more room",
                cause);
    }

    private static TurnedRound fill(FileChannel file, InputStream log) throws IOException {
        byte[] block = new byte[BLOCK];
        long lines = 0;
        long length = 0;
        byte last = '\n';
        PushbackInputStream ahead = new PushbackInputStream(log, 1);
        for (int count = ahead.read(block); count >= 0; count = ahead.read(block)) {
            endLines(block, count, ahead);
            for (int i = 0; i < count; i++) {
                lines += block[i] == '\n' ? 1 : 0;
            }
            last = count > 0 ? block[count - 1] : last;
            length += count;
            write(file, ByteBuffer.wrap(block, 0, count));
        }
        if (last != '\n') {
            write(file, ByteBuffer.wrap(new byte[] {'\n'}));
            lines++;
            length++;
        }
        return new TurnedRound(file, lines, length);
    }

    /** A carriage return that ends a line all by itself is an end like any other: the log may have no other. */
    private static void endLines(byte[] block, int count, PushbackInputStream ahead) throws IOException {
        for (int i = 0; i < count; i++) {
            if (block[i] == '\r') {
                int next = i + 1 < count ? block[i + 1] : peek(ahead);
                block[i] = (byte) (next == '\r' || next == '\n' ? '\r' : '\n');
            }
        }
    }

    private static int peek(PushbackInputStream ahead) throws IOException {
        int next = ahead.read();
        if (next >= 0) {
            ahead.unread(next);
        }
        return next;
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    /** Gives events the numbers that their lines have in the log. */
    EventSink numbering(EventSink sink) {
        return recorded -> sink.accept(new RecordedEvent(
                recorded.sequence(),
                recorded.time(),
                recorded.caller(),
                recorded.priority(),
                numbered(recorded.event()),
                numbered(recorded.origin())));
    }

    private Origin numbered(Origin origin) {
        return origin.line() == 0 ? origin : new Origin(lines + 1 - origin.line(), origin.text());
    }

    private BootEvent numbered(BootEvent event) {
        return event instanceof BootRecorded read
                ? new BootRecorded(
                        read.format(),
                        lines + 1 - read.lastLine(),
                        lines + 1 - read.firstLine(),
                        read.lines(),
                        read.recognised(),
                        read.irrelevant(),
                        read.malformed())
                : event;
    }

    @Override
    public int read() throws IOException {
        return at < turned.length || turnBlock() ? turned[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (at == turned.length && !turnBlock()) {
            return -1;
        }
        int count = Math.min(most, turned.length - at);
        System.arraycopy(turned, at, bytes, from, count);
        at += count;
        return count;
    }

    /** Turns round the lines of the next block before the end; false where none is left. */
    private boolean turnBlock() throws IOException {
        at = 0;
        turned = new byte[0];
        while (turned.length == 0 && (left > 0 || rest.length > 0)) {
            byte[] block = withBlockBefore();
            int first = left == 0 ? 0 : Ascii.indexOf(block, 0, block.length - 1, '\n') + 1;
            boolean isPart = left > 0 && first == 0;
            turned = isPart ? turned : turned(block, first);
            rest = isPart ? cut(block) : Arrays.copyOf(block, first);
        }
        return turned.length > 0;
    }

    private byte[] withBlockBefore() throws IOException {
        int size = (int) Math.min(BLOCK, left);
        byte[] block = new byte[size + rest.length];
        ByteBuffer into = ByteBuffer.wrap(block, 0, size);
        left -= size;
        while (into.hasRemaining()) {
            if (file.read(into, left + into.position()) < 0) {
                throw new IOException("the temporary file that turns the log round was cut");
            }
        }
        System.arraycopy(rest, 0, block, size, rest.length);
        return block;
    }

    /** Of a line that is longer than any that is read, the end is dropped. */
    private static byte[] cut(byte[] part) {
        return part.length <= BLOCK ? part : new byte[] {'\n'};
    }

    private static byte[] turned(byte[] block, int from) {
        byte[] lines = new byte[block.length - from];
        int into = 0;
        int end = block.length;
        for (int start = end - 1; start >= from; start--) {
            if (start == from || block[start - 1] == '\n') {
                System.arraycopy(block, start, lines, into, end - start);
                into += end - start;
                end = start;
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
