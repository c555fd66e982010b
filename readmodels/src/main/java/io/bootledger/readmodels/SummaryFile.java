package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.traces.store.BootId;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of many boots in one file: its version, then each boot's summary, then the boots and the initcalls they call,
 * and at the very end where these begin. So one boot's summary is read without the others.
 */
final class SummaryFile {
    /** To be raised when a summary says something else than before: a file of another version is made anew. */
    static final int VERSION = 10;

    static final byte[] HEAD = ("bootledger/summaries/v" + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
    static final int TRAILER = Long.BYTES;

    private final @Nullable FileChannel channel;
    private final SortedMap<BootId, Remembered> boots;
    private final KeyBook keys;

    private SummaryFile(@Nullable FileChannel channel, SortedMap<BootId, Remembered> boots, KeyBook keys) {
        this.channel = channel;
        this.boots = boots;
        this.keys = keys;
    }

    /** A file that holds nothing yet. */
    static SummaryFile empty() {
        return new SummaryFile(null, Collections.emptySortedMap(), new KeyBook());
    }

    /** Null when the file is of another version, or damaged. */
    static @Nullable SummaryFile open(FileChannel channel) {
        try {
            long end = channel.size() - TRAILER;
            if (end < HEAD.length || !ByteBuffer.wrap(HEAD).equals(bytes(channel, 0, HEAD.length))) {
                return null;
            }
            long contents = bytes(channel, end, TRAILER).getLong();
            if (contents < HEAD.length || contents > end) {
                return null;
            }
            FactInput in = FactInput.ofCompressed(
                    bytes(channel, contents, Math.toIntExact(end - contents)).array());
            SortedMap<BootId, Remembered> boots = new TreeMap<>();
            in.all(Remembered::read).forEach(boot -> boots.put(boot.id(), boot));
            return new SummaryFile(channel, boots, KeyBook.read(in));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    /** By name. */
    SortedMap<BootId, Remembered> boots() {
        return boots;
    }

    KeyBook keys() {
        return keys;
    }

    BootSummary summary(Remembered boot) throws IOException {
        try {
            return SummaryFacts.read(packed(boot), keys);
        } catch (IOException e) {
            throw new IOException(
                    "the summary of boot " + boot.id().shortened() + " is damaged (" + e.getMessage()
                            + "): delete the store's folder views, it is made anew",
                    e);
        }
    }

    /** The summary as it stands in the file. */
    byte[] packed(Remembered boot) throws IOException {
        return bytes(Objects.requireNonNull(channel, "what is in no file holds no boot"), boot.offset(), boot.length())
                .array();
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        if (from < 0 || length < 0 || length > channel.size() - from) {
            throw new EOFException("it ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return bytes.flip();
    }
}
