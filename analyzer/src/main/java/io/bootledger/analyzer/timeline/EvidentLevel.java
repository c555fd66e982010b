package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import org.jspecify.annotations.Nullable;

/** The level of one call as far as its own lines and the last level line tell, and which of them says so. */
record EvidentLevel(@Nullable InitcallLevel level, LevelEvidence evidence) {
    private static final EvidentLevel UNKNOWN = new EvidentLevel(null, LevelEvidence.UNKNOWN);
    private static final EvidentLevel MODULE = new EvidentLevel(InitcallLevel.MODULE, LevelEvidence.SYMBOL);
    private static final EvidentLevel CONSOLE = new EvidentLevel(InitcallLevel.CONSOLE, LevelEvidence.SYMBOL);

    static EvidentLevel of(Call call) {
        if (isModule(call.symbol, call.pid)) {
            return MODULE;
        }
        if (call.printedLevel != null) {
            return new EvidentLevel(call.printedLevel, LevelEvidence.PRINTED);
        }
        InitcallLevel stub =
                call.symbol.stub() == null ? null : call.symbol.stub().level();
        if (stub != null) {
            return new EvidentLevel(stub, LevelEvidence.SYMBOL);
        }
        return call.pid != null && call.pid == 0 ? CONSOLE : UNKNOWN;
    }

    /** Only start_kernel (pid 0) and kernel_init (pid 1) run what is built in; every other task is loading a module. */
    private static boolean isModule(InitcallSymbol symbol, @Nullable Integer pid) {
        return symbol.module() != null || pid != null && pid > 1;
    }
}
