package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.CommandFailure;

/** Ends a run at the second boot of its log: a second file tells of one of them, and nobody knows of which. */
public final class OneBootOnly implements ResultSink {
    private boolean had;

    @Override
    public void boot(BootAnalysis boot) {
        if (had) {
            throw CommandFailure.unreadable(
                    "--with tells of one boot, and this log has several: give those lines alone that are of its boot (the next begins at line "
                            + boot.reading().firstLine() + ")",
                    null);
        }
        had = true;
    }

    @Override
    public void finish() {}
}
