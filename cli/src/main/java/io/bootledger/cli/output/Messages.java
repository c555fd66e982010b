package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Fault;
import io.bootledger.reports.Printable;
import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;

/** What is said on standard error besides the results. */
public final class Messages implements ResultSink {
    private final PrintWriter err;
    private final boolean notes;

    /** @param notes whether to say what makes a boot's numbers worthless; the summary says it too */
    public Messages(PrintWriter err, boolean notes) {
        this.err = err;
        this.notes = notes;
    }

    public void say(String sentence) {
        err.println("bootledger: " + Printable.of(sentence));
        err.flush();
    }

    /** Says of a log that was read to its end if that was not all of it. */
    public void sayDamage(LogSource log) {
        IOException damage = log.damage();
        if (damage != null) {
            say(Complaint.partly(log.name(), damage));
        }
    }

    /** Names the events that only a newer version knows, if there are any. */
    public void sayPassedOver(String source, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            say(source + ": a newer Bootledger wrote events that this one passes over: " + String.join(", ", unknown));
        }
    }

    /** Names a log whose reading is a fault of ours. */
    public void sayFault(String log, Throwable fault, boolean withTrace) {
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
