package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import java.io.IOException;
import java.io.OutputStream;

/** An export, boot by boot. */
final class ExportOutput implements ResultSink {
    /** Writes a boot. */
    interface Adding {
        void add(BootAnalysis boot) throws IOException;
    }

    private final Object place;
    private final OutputStream out;
    private final Adding adding;
    private final Writing ending;

    /** @param place where it goes, for people */
    ExportOutput(Object place, OutputStream out, Adding adding, Writing ending) {
        this.place = place;
        this.out = out;
        this.adding = adding;
        this.ending = ending;
    }

    @Override
    public void boot(BootAnalysis boot) {
        Writing.to(place, () -> adding.add(boot));
    }

    @Override
    public void finish() {
        Writing.to(place, () -> {
            ending.write();
            WholeFile.finish(out);
        });
    }

    @Override
    public void close() {
        Writing.to(place, () -> WholeFile.abandon(out));
    }
}
