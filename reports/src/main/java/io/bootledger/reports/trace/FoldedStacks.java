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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a boot's ledger as folded stacks, a line each, for flame graphs: {@code subsys;acpi_init;device:00 123}, in microseconds. The
 * lines add up to the ledger's total. What is no function and no device stands in brackets. A boot without time stamps has no line. Where a
 * function graph shows what ran below an initcall, its functions stand there: {@code subsys;acpi_init;acpi_bus_init 123}.
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
            addLedger(ledger, GraphedStacks.of(boot));
        } else if (boot.accounting().functionGraph().isAlone()) {
            write("", GraphedStacks.alone(boot.accounting().functionGraph().elsewhere()));
        }
    }

    private void addLedger(Ledger ledger, GraphedStacks graphed) throws IOException {
        Map<String, Long> bookedUs = new LinkedHashMap<>();
        Map<String, String> stacks = new HashMap<>();
        for (Posting posting : ledger.postings()) {
            String initcall = graphed.initcall(posting);
            if (initcall == null) {
                write(stack(posting), posting.us());
            } else {
                bookedUs.merge(initcall, posting.us(), Long::sum);
                stacks.putIfAbsent(initcall, outermost(posting) + ";" + frame(initcall));
            }
        }
        for (Map.Entry<String, Long> booked : bookedUs.entrySet()) {
            write(
                    Objects.requireNonNull(stacks.get(booked.getKey()), "it is put beside the time"),
                    graphed.lines(booked.getKey(), booked.getValue()));
        }
    }

    private void write(String above, List<GraphedStacks.Line> lines) throws IOException {
        for (GraphedStacks.Line line : lines) {
            if (line.us() > 0) {
                List<String> frames = new ArrayList<>(above.isEmpty() ? List.of() : List.of(above));
                line.functions().forEach(function -> frames.add(frame(function)));
                write(String.join(";", frames), line.us());
            }
        }
    }

    private void write(String stack, long us) throws IOException {
        out.write(stack + " " + us + "\n");
    }

    /** Writes what is still held back. */
    public void end() throws IOException {
        out.flush();
    }

    private static String stack(Posting posting) {
        List<String> frames = new ArrayList<>(List.of(outermost(posting)));
        posting.inside().forEach(name -> frames.add(frame(name)));
        frames.add(isCall(posting) ? frame(posting.name()) : "[" + separated(posting.name()) + "]");
        return String.join(";", frames);
    }

    private static String outermost(Posting posting) {
        if (posting.level() != null) {
            return posting.level().toString();
        }
        return "[" + (isCall(posting) ? "level unknown" : LedgerKind.titleOf(posting.kind())) + "]";
    }

    private static boolean isCall(Posting posting) {
        return posting.kind() == Account.Kind.INITCALL || posting.kind() == Account.Kind.PROBE;
    }

    /** A name with a space and digits at its end would be read as a count. */
    static String frame(String name) {
        return separated(name).replace(" ", "\\x20");
    }

    private static String separated(String name) {
        return Printable.of(name).replace(";", "\\x3b");
    }
}
