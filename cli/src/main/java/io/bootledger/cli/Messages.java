package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.reports.Printable;
import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.io.PrintWriter;

/** What is said on standard error besides the results. */
final class Messages implements ResultSink {
    private final PrintWriter err;
    private final boolean notes;

    /** @param notes whether to say what makes a boot's numbers worthless; the summary says it too */
    Messages(PrintWriter err, boolean notes) {
        this.err = err;
        this.notes = notes;
    }

    void say(String sentence) {
        err.println("bootledger: " + Printable.of(sentence));
        err.flush();
    }

    /** Says of a log that was read to its end if that was not all of it. */
    void sayDamage(LogSource log) {
        IOException damage = log.damage();
        if (damage != null) {
            say(Complaint.partly(log.name(), damage));
        }
    }

    /** Names a log whose reading is a fault of ours. */
    void sayFault(String log, Throwable fault, boolean withTrace) {
        Fault.said(Printable.of(log) + ": ", fault, err, withTrace);
    }

    @Override
    public void boot(BootAnalysis boot) {
        if (notes) {
            boot.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                    .forEach(diagnostic -> say(boot.source() + ": " + diagnostic.text()));
        }
    }

    @Override
    public void finish() {}
}
