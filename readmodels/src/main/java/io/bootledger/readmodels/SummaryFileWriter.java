package io.bootledger.readmodels;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@link SummaryFile}, from beginning to end. */
final class SummaryFileWriter {
    private final OutputStream out;
    private final KeyBook keys;
    private final List<Remembered> boots = new ArrayList<>();
    private long at;

    /** @param keys of the file from which summaries are taken over; grows with the new ones */
    SummaryFileWriter(OutputStream out, KeyBook keys) throws IOException {
        this.out = out;
        this.keys = keys;
        write(SummaryFile.HEAD);
    }

    /** Takes over a summary as it is. */
    void add(Remembered boot, byte[] packed) throws IOException {
        boots.add(boot.at(at));
        write(packed);
    }

    void add(Folded.Made boot) throws IOException {
        byte[] packed = SummaryFacts.facts(boot.summary(), keys).compressed();
        add(new Remembered(boot.header(), boot.mark(), at, packed.length), packed);
    }

    /** Nothing can be added any more. */
    void end() throws IOException {
        long contents = at;
        FactOutput table = new FactOutput();
        table.all(boots, (each, boot) -> boot.write(each));
        keys.write(table);
        write(table.compressed());
        write(ByteBuffer.allocate(SummaryFile.TRAILER).putLong(contents).array());
        out.flush();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }
}
