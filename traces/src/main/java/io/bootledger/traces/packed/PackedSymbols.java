package io.bootledger.traces.packed;

import io.bootledger.traces.event.InitcallSymbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of a boot so far, by number: one that comes for the first time has the next number, and its text, where the function's
 * name begins in it and how long it is, and its module follow.
 */
final class PackedSymbols {
    /** More than any kernel has, so that no file can exhaust the memory. */
    private static final int MOST = 1 << 14;

    private final Map<InitcallSymbol, Integer> numbers = new HashMap<>();
    private final List<InitcallSymbol> symbols = new ArrayList<>();

    /** Whether there is room, and a symbol is no more than what stands here: no address of old kernels, no generated name. */
    boolean canHold(InitcallSymbol symbol) {
        return symbol.address() == null
                && symbol.stub() == null
                && symbol.text().contains(symbol.function())
                && isShort(symbol.text())
                && isShort(symbol.module())
                && (numbers.size() < MOST || numbers.containsKey(symbol));
    }

    private static boolean isShort(@Nullable String name) {
        return name == null || name.length() <= PackInput.LONGEST_NAME / 4;
    }

    void write(InitcallSymbol symbol, PackOutput out) {
        Integer known = numbers.putIfAbsent(symbol, numbers.size());
        if (known != null) {
            out.number(known);
            return;
        }
        out.number(numbers.size() - 1);
        out.text(symbol.text());
        out.number(symbol.text().indexOf(symbol.function()));
        out.number(symbol.function().length());
        out.octet(symbol.module() == null ? 0 : 1);
        if (symbol.module() != null) {
            out.text(symbol.module());
        }
    }

    InitcallSymbol read(PackInput in) throws IOException {
        int number = in.count();
        if (number < symbols.size()) {
            return symbols.get(number);
        }
        if (number > symbols.size() || number == MOST) {
            throw new IOException("symbol " + number + " comes after " + symbols.size());
        }
        InitcallSymbol symbol = symbol(in);
        symbols.add(symbol);
        return symbol;
    }

    private static InitcallSymbol symbol(PackInput in) throws IOException {
        String text = in.name();
        int begin = in.count();
        int length = in.count();
        if (begin > text.length() || length > text.length() - begin) {
            throw new IOException("a function's name is longer than its symbol");
        }
        String module = in.octet() == 0 ? null : in.name();
        return new InitcallSymbol(text, text.substring(begin, begin + length), module, null, null);
    }
}
