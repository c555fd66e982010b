package io.bootledger.traces.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a log's bytes come from: a file or a stream, plain or compressed (told by content, not by name). */
public final class LogSource implements AutoCloseable {
    private static final int HEAD = 16;
    private static final int MOST_LOOKED_AT = 64;

    private final String name;
    private final PushbackInputStream stream;
    private final @Nullable WholePart decompressed;
    private final boolean live;

    private LogSource(String name, PushbackInputStream stream, @Nullable WholePart decompressed, boolean live) {
        this.name = name;
        this.stream = stream;
        this.decompressed = decompressed;
        this.live = live;
    }

    /** Opens a file; the reader closes it. */
    public static LogSource file(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": is a directory, not a log");
        }
        return stream(path.toString(), Files.newInputStream(path));
    }

    /** Takes a stream, whatever compression it has; the reader closes it. */
    public static LogSource stream(String name, InputStream stream) throws IOException {
        return stream(name, stream, false);
    }

    /** Takes a stream that is still being written: what is there is read at once. */
    public static LogSource live(String name, InputStream stream) throws IOException {
        return stream(name, stream, true);
    }

    private static LogSource stream(String name, InputStream stream, boolean live) throws IOException {
        PushbackInputStream raw = pushback(stream);
        Compression compression = compression(peek(raw));
        if (compression == null) {
            return new LogSource(name, decoded(raw), null, live);
        }
        WholePart plain = compression.open(raw);
        return new LogSource(name, decoded(pushback(plain)), plain, live);
    }

    public String name() {
        return name;
    }

    /** Whether its bytes come in blocks, and lines only when a block is whole. */
    public boolean compressed() {
        return decompressed != null;
    }

    /**
     * Why a compressed log, read to its end, may not be all that was written: it was cut short, is damaged, or goes on with
     * something else. Null where nothing is known to be missing.
     */
    public @Nullable IOException damage() {
        return decompressed == null ? null : decompressed.damage();
    }

    /**
     * Whether its bytes begin so; they are still there to be read. No more of a stream is waited for than tells.
     *
     * @param head no more than 64 bytes
     */
    public boolean begins(byte[] head) throws IOException {
        int same = 0;
        int octet = 0;
        while (same < head.length && (octet = stream.read()) == (head[same] & 0xff)) {
            same++;
        }
        if (same < head.length && octet >= 0) {
            stream.unread(octet);
        }
        stream.unread(head, 0, same);
        return same == head.length;
    }

    /** Whether it is still being written. */
    boolean isLive() {
        return live;
    }

    /** Its bytes, decompressed. */
    public InputStream stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static @Nullable Compression compression(byte[] head) {
        for (Compression compression : Compression.values()) {
            if (compression.begins(head)) {
                return compression;
            }
        }
        return null;
    }

    /** UTF-16, as PowerShell writes it, becomes UTF-8; other encodings need no change, since what matters is ASCII. */
    private static PushbackInputStream decoded(PushbackInputStream stream) throws IOException {
        byte[] head = peek(stream);
        if (Compression.startsWith(head, 0xef, 0xbb, 0xbf)) {
            stream.skipNBytes(3);
            return stream;
        }
        boolean littleEndian = Compression.startsWith(head, 0xff, 0xfe);
        if (!littleEndian && !Compression.startsWith(head, 0xfe, 0xff)) {
            return stream;
        }
        stream.skipNBytes(2);
        return pushback(
                new Utf8InputStream(stream, littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE));
    }

    private static PushbackInputStream pushback(InputStream stream) {
        return new PushbackInputStream(stream, MOST_LOOKED_AT);
    }

    private static byte[] peek(PushbackInputStream stream) throws IOException {
        byte[] head = stream.readNBytes(HEAD);
        stream.unread(head);
        return head;
    }
}
