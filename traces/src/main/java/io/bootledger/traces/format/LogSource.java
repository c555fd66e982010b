package io.bootledger.traces.format;

import io.bootledger.traces.format.bytes.Compression;
import io.bootledger.traces.format.bytes.EndlessInput;
import io.bootledger.traces.format.bytes.TrailingBytesException;
import io.bootledger.traces.format.bytes.Utf8InputStream;
import io.bootledger.traces.format.bytes.WholePart;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a log's bytes come from: a file or a stream, plain or compressed (told by content, not by name). */
public final class LogSource implements AutoCloseable {
    private static final int HEAD = 16;
    private static final int MOST_LOOKED_AT = 64;

    private final String name;
    private final PushbackInputStream stream;
    private final @Nullable WholePart decompressed;
    private final @Nullable EndlessInput endless;
    private final Length length;
    private final @Nullable Grab grab;
    private @Nullable HostStamps hostStamps;

    /** What is known of an input's end before it is there. */
    private enum Length {
        FINITE,
        UNKNOWN,
        STILL_WRITTEN
    }

    private LogSource(String name, PushbackInputStream all, @Nullable WholePart decompressed, Length length)
            throws IOException {
        this.name = name;
        this.decompressed = decompressed;
        this.length = length;
        boolean grabbed = length != Length.STILL_WRITTEN && begins(all, GrabReader.BEGINNING);
        GrabReader.Opened opened = grabbed ? GrabReader.open(all) : null;
        InputStream plain = opened == null ? all : opened.log();
        this.grab = opened == null ? null : opened.grab();
        this.endless = length == Length.UNKNOWN ? new EndlessInput(plain) : null;
        this.stream = endless == null && opened == null ? all : pushback(endless == null ? plain : endless);
    }

    /** Opens a file; the reader closes it. A regular one is read to its end, whatever it holds, with the host's stamps beside it. */
    public static LogSource file(Path path) throws IOException {
        return file(path, UnaryOperator.identity());
    }

    /** @param watched what is to be read of the file instead of itself, byte for byte the same */
    public static LogSource file(Path path, UnaryOperator<InputStream> watched) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": is a directory, not a log");
        }
        Length length = Files.isRegularFile(path) ? Length.FINITE : Length.UNKNOWN;
        LogSource source = stream(path.toString(), watched.apply(Files.newInputStream(path)), length);
        source.hostStamps = length == Length.FINITE ? HostStamps.beside(path) : null;
        return source;
    }

    /**
     * Takes a stream, whatever compression it has; the reader closes it. One that goes on for 256 MiB without a line of text has ended
     * there, and {@link LogReader} says so.
     */
    public static LogSource stream(String name, InputStream stream) throws IOException {
        return stream(name, stream, Length.UNKNOWN);
    }

    /** Takes a stream that has an end, as a regular file has: it is read to there, whatever it holds; the reader closes it. */
    public static LogSource whole(String name, InputStream stream) throws IOException {
        return stream(name, stream, Length.FINITE);
    }

    /** Takes a stream that is still being written: what is there is read at once. */
    public static LogSource live(String name, InputStream stream) throws IOException {
        return stream(name, stream, Length.STILL_WRITTEN);
    }

    private static LogSource stream(String name, InputStream stream, Length length) throws IOException {
        PushbackInputStream raw = pushback(stream);
        Compression compression = compression(peek(raw));
        if (compression == null) {
            return new LogSource(name, decoded(raw), null, length);
        }
        WholePart plain = compression.open(raw);
        return new LogSource(name, decoded(pushback(plain)), plain, length);
    }

    public String name() {
        return name;
    }

    /** What else of its machine {@code grab.sh} gathered in the same file, whose log alone is read here; null where it did not. */
    public @Nullable Grab grab() {
        return grab;
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

    /** What is lost of its end, once it was read to there, in words for people; null where nothing is known to be. */
    @Nullable
    String lostEnd() {
        if (endless != null && endless.isGivenUp()) {
            return "256 MiB follow without a line of text: there its reading was ended";
        }
        IOException damage = damage();
        if (damage == null || isBehindTheEnd(damage)) {
            return null;
        }
        return isCut(damage)
                ? "the file is cut: its archive ends too early"
                : "the file is damaged: its archive cannot be read further";
    }

    /** Whether the compressed data is whole, and the damage is what follows it. */
    public static boolean isBehindTheEnd(IOException damage) {
        return damage instanceof TrailingBytesException;
    }

    /** Whether that damage is a lack of bytes. */
    public static boolean isCut(IOException damage) {
        return damage instanceof EOFException
                || String.valueOf(damage.getMessage()).contains("runcated");
    }

    /**
     * Whether its bytes begin so; they are still there to be read. No more of a stream is waited for than tells.
     *
     * @param head no more than 64 bytes
     */
    public boolean begins(byte[] head) throws IOException {
        return begins(stream, head);
    }

    private static boolean begins(PushbackInputStream stream, byte[] head) throws IOException {
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

    /** When its lines came to the host that captured them; null where no file beside it tells. */
    @Nullable
    HostStamps hostStamps() {
        return hostStamps;
    }

    /** Whether it is still being written. */
    boolean isLive() {
        return length == Length.STILL_WRITTEN;
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
