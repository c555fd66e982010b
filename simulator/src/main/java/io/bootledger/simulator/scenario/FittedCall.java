package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.InitFunction;
import io.bootledger.simulator.kernel.InitFunction.Config;
import io.bootledger.simulator.kernel.InitFunction.Fault;
import io.bootledger.simulator.kernel.Macro;
import io.bootledger.simulator.kernel.Nanos;
import io.bootledger.simulator.kernel.Says;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a log on its way to becoming an init function. */
final class FittedCall {
    private final InitcallSymbol symbol;
    private final InitcallLevel level;
    private final @Nullable Integer pid;
    private final long startUs;
    private final List<Says> says = new ArrayList<>();
    private long lastSaidUs;
    private long gapUs;
    private long takesUs;
    private long probesUs;
    private int returned;
    private @Nullable Fault fault;
    private @Nullable String driver;

    FittedCall(InitcallSymbol symbol, InitcallLevel level, @Nullable Integer pid, long startUs) {
        this.symbol = symbol;
        this.level = level;
        this.pid = pid;
        this.startUs = startUs;
        this.lastSaidUs = startUs;
    }

    /** A function that was not called. */
    static FittedCall skipped(String function, InitcallLevel level, long nowUs) {
        return new FittedCall(new InitcallSymbol(function, function, null, null, null), level, null, nowUs);
    }

    InitcallSymbol symbol() {
        return symbol;
    }

    InitcallLevel level() {
        return level;
    }

    @Nullable
    Integer pid() {
        return pid;
    }

    long startUs() {
        return startUs;
    }

    long takesUs() {
        return takesUs;
    }

    /** KBUILD_MODNAME of a loadable module. */
    String module() {
        return symbol.module() == null ? symbol.function() : symbol.module();
    }

    void gap(long micros) {
        gapUs = micros;
    }

    void fault(Fault seen) {
        fault = seen;
    }

    void said(long nowUs, int severity, String text) {
        says.add(new Says(Nanos.ofMicros(Math.max(0, nowUs - lastSaidUs)), severity, text));
        lastSaidUs = nowUs;
    }

    void returned(int value, long nowUs, long micros) {
        returned = value;
        takesUs = micros;
        lastSaidUs = nowUs;
    }

    /** It registers a driver, for the devices probed meanwhile. */
    void registersDriver() {
        driver = driverName();
    }

    String driverName() {
        return symbol.function() + " driver";
    }

    /** Part of its time belongs to a probe. */
    void probes(long micros) {
        probesUs += micros;
    }

    InitFunction function(boolean neverReturned) {
        boolean module = level == InitcallLevel.MODULE;
        Macro macro = module ? Macro.MODULE_INIT : Macro.of(level);
        return new InitFunction(
                macro == null ? Macro.DEVICE_INITCALL : macro,
                symbol.function(),
                module ? module() : symbol.stub() == null ? null : symbol.stub().module(),
                module ? Config.M : Config.Y,
                symbol.stub() == null ? 0 : symbol.stub().line(),
                size(),
                Nanos.ofMicros(gapUs),
                Nanos.ofMicros(Math.max(0, takesUs - probesUs)),
                returned,
                says,
                driver,
                false,
                List.of(),
                fault == null && neverReturned ? Fault.HANG : fault,
                null);
    }

    /** From {@code name+0x0/0x1b3}; 0 where it does not say. */
    private int size() {
        int at = symbol.text().lastIndexOf("/0x");
        try {
            return at < 0
                    ? 0
                    : Integer.parseInt(symbol.text(), at + 3, symbol.text().length(), 16);
        } catch (NumberFormatException notASize) {
            return 0;
        }
    }
}
