package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.StubName;

/** How {@code %pS} prints an init function ({@code lib/vsprintf.c}). */
public final class Symbols {
    private static final int STUB_BYTES = 8;

    /** A built-in one, or the stub that an LTO kernel calls instead of it. */
    public static InitcallSymbol of(Image.Entry entry) {
        InitFunction function = entry.function();
        if (!entry.isStub()) {
            return new InitcallSymbol(
                    text(function.function(), function.size()), function.function(), null, null, null);
        }
        return new InitcallSymbol(
                text(entry.called(), STUB_BYTES), function.function(), null, null, StubName.of(entry.called()));
    }

    /** A module's. */
    public static InitcallSymbol ofModule(InitFunction function) {
        return new InitcallSymbol(
                text(function.function(), function.size()), function.function(), function.modName(), null, null);
    }

    private static String text(String name, int size) {
        return name + "+0x0/0x" + Integer.toHexString(size);
    }

    private Symbols() {}
}
