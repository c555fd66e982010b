package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.Posting;
import io.bootledger.reports.LedgerKind;
import io.bootledger.reports.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a boot's ledger as folded stacks, a line each, for flame graphs: {@code subsys;acpi_init;device:00 123}, in microseconds. The
 * lines add up to the ledger's total. What is no function and no device stands in brackets. A boot without time stamps has no line.
 */
public final class FoldedStacks {
    private final Writer out;

    private FoldedStacks(Writer out) {
        this.out = out;
    }

    /** Begins a file. The stream is not closed with it. */
    public static FoldedStacks begin(OutputStream out) {
        return new FoldedStacks(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** Writes a boot; those of several boots add up in the flame graph. */
    public void add(BootAnalysis boot) throws IOException {
        Ledger ledger = boot.accounting().ledger();
        if (ledger != null) {
            for (Posting posting : ledger.postings()) {
                out.write(stack(posting) + " " + posting.us() + "\n");
            }
        }
    }

    /** Writes what is still held back. */
    public void end() throws IOException {
        out.flush();
    }

    private static String stack(Posting posting) {
        List<String> frames = new ArrayList<>();
        boolean call = posting.kind() == Account.Kind.INITCALL || posting.kind() == Account.Kind.PROBE;
        if (posting.level() != null) {
            frames.add(posting.level().toString());
        } else {
            frames.add("[" + (call ? "level unknown" : LedgerKind.titleOf(posting.kind())) + "]");
        }
        posting.inside().forEach(name -> frames.add(frame(name)));
        frames.add(call ? frame(posting.name()) : "[" + separated(posting.name()) + "]");
        return String.join(";", frames);
    }

    /** A name with a space and digits at its end would be read as a count. */
    static String frame(String name) {
        return separated(name).replace(" ", "\\x20");
    }

    private static String separated(String name) {
        return Printable.of(name).replace(";", "\\x3b");
    }
}
