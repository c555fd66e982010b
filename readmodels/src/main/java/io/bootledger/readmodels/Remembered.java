package io.bootledger.readmodels;

import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import io.bootledger.traces.store.FileMark;
import java.io.IOException;
import java.util.HexFormat;

/**
 * A boot in the file of summaries.
 *
 * @param mark of the boot's file before it was read
 * @param offset where its summary begins
 * @param length of its summary, in bytes
 */
record Remembered(BootHeader header, FileMark mark, long offset, int length) {
    private static final int ID_BYTES = 32;

    BootId id() {
        return header.id();
    }

    Remembered at(long otherOffset) {
        return new Remembered(header, mark, otherOffset, length);
    }

    void write(FactOutput out) {
        out.octets(HexFormat.of().parseHex(header.id().hex()));
        out.text(header.origin().log());
        out.number(header.origin().number());
        out.all(header.origin().tags(), FactOutput::text);
        out.text(header.kernel());
        out.text(header.machine());
        out.text(header.commandLine());
        out.number(header.events());
        out.number(mark.bytes());
        out.number(mark.modifiedNs());
        out.number(offset);
        out.number(length);
    }

    static Remembered read(FactInput in) throws IOException {
        BootId id = new BootId(HexFormat.of().formatHex(in.octets(ID_BYTES)));
        BootOrigin origin = new BootOrigin(in.text(), (int) in.number(), in.map(FactInput::text));
        BootHeader header = new BootHeader(id, origin, in.textOrNull(), in.textOrNull(), in.textOrNull(), in.number());
        FileMark mark = new FileMark(in.number(), in.number());
        return new Remembered(header, mark, in.number(), (int) in.number());
    }
}
