package io.bootledger.traces.symbols;

import io.bootledger.traces.event.StubName;
import io.bootledger.traces.format.bytes.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers a symbol table's lines: entries, boundaries, and the functions that the entries may point to. */
final class SymbolTableReader {
    /** Many times the symbols of the largest kernel. */
    private static final long MOST_BYTES = 1L << 29;

    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_FUNCTIONS = 1_000_000;

    private final List<RawEntry> entries = new ArrayList<>();
    private final List<StubName> stubFunctions = new ArrayList<>();
    private final Map<String, Long> boundaries = new HashMap<>();
    private final Map<String, Long> functions = new HashMap<>();
    private long symbols;
    private boolean debianStub;
    private boolean allZero = true;

    private SymbolTableReader() {}

    static SymbolTable read(InputStream stream) throws IOException, NoSymbolTableException {
        SymbolTableReader reader = new SymbolTableReader();
        TextLines lines = new TextLines(stream, MOST_BYTES, "symbol table");
        for (String line = lines.next(); line != null; line = lines.next()) {
            reader.take(line);
        }
        return reader.table();
    }

    private void take(String line) throws NoSymbolTableException {
        SymbolLine symbol = SymbolLine.of(line);
        if (symbol != null) {
            symbols++;
            takeSymbol(symbol);
        } else if (line.startsWith("ffffffffffffffff B The real System.map")) {
            debianStub = true;
        }
    }

    private void takeSymbol(SymbolLine symbol) throws NoSymbolTableException {
        String name = symbol.name();
        if (Section.isBoundary(name)) {
            boundaries.put(name, symbol.address());
            allZero &= symbol.address() == 0;
            return;
        }
        InitcallName initcall = InitcallName.of(name);
        if (initcall != null) {
            entries.add(new RawEntry(symbol.address(), initcall, boundaries.containsKey("__security_initcall_start")));
            allZero &= symbol.address() == 0;
        } else if (symbol.isFunction()) {
            takeFunction(symbol);
        }
        if (entries.size() + stubFunctions.size() > MOST_ENTRIES) {
            throw new NoSymbolTableException("names more than " + MOST_ENTRIES + " initcalls: no kernel has so many");
        }
    }

    private void takeFunction(SymbolLine symbol) {
        StubName stub = InitcallName.stubFunction(symbol.name());
        if (stub != null) {
            stubFunctions.add(stub);
        } else if (functions.size() < MOST_FUNCTIONS) {
            functions.merge(symbol.name(), symbol.address(), (one, other) -> 0L);
        }
    }

    private SymbolTable table() throws NoSymbolTableException {
        if (!entries.isEmpty()) {
            LinkOrder order = allZero ? LinkOrder.ofFile(entries) : LinkOrder.ofAddresses(entries, boundaries);
            return new SymbolTable(order.entries(), true, order.missing(), Aliases.of(order.entries(), functions));
        }
        if (!stubFunctions.isEmpty()) {
            return new SymbolTable(LinkOrder.ofStubFunctions(stubFunctions), false, null, Map.of());
        }
        throw new NoSymbolTableException(whatItIs());
    }

    private String whatItIs() {
        if (debianStub) {
            return "is the stub that Debian installs; the real System.map is in the linux-image-...-dbg package";
        }
        return symbols == 0
                ? "is not a symbol table: no line reads <address> <type> <name>"
                : "names " + symbols + " symbols and no initcall; /proc/kallsyms has them only with"
                        + " CONFIG_KALLSYMS_ALL=y: take the System.map of the build, or nm vmlinux";
    }

    /**
     * An entry as it stands in the file.
     *
     * @param security whether it stands behind the start of the security initcalls
     */
    record RawEntry(long address, InitcallName name, boolean security) {}
}
