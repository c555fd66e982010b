package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Config;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitWait;
import io.bootledger.simulator.machine.InitWait.Awaited;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.machine.Says;
import io.bootledger.simulator.machine.WorkItem;
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
    private KnownCall waits = KnownCall.at(null);
    private long initramfsUs;
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

    void waits(KnownCall known) {
        waits = known;
    }

    long waitedForInitramfsUs() {
        return initramfsUs;
    }

    /** The initramfs is unpacked now, which began then. */
    void initramfsUnpacked(long nowUs, long beganUs) {
        initramfsUs = waits.forInitramfs() ? Math.max(0, nowUs - Math.max(startUs, beganUs)) : 0;
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
        InitcallMacro macro = module ? InitcallMacro.MODULE_INIT : InitcallMacro.of(level);
        return new InitFunction(
                macro == null ? InitcallMacro.DEVICE_INITCALL : macro,
                symbol.function(),
                module ? module() : symbol.stub() == null ? null : symbol.stub().module(),
                module ? Config.M : Config.Y,
                null,
                null,
                symbol.stub() == null ? 0 : symbol.stub().line(),
                size(),
                Nanos.ofMicros(gapUs),
                Nanos.ofMicros(ownUs()),
                returned,
                says,
                driver,
                false,
                List.of(),
                fault == null && neverReturned ? Fault.HANG : fault,
                null,
                sleeps(),
                List.of(),
                tests(),
                List.of());
    }

    private long ownUs() {
        return Math.max(0, takesUs - probesUs - waitedForInitramfsUs() - waits.selfTestUs() - waits.retriesUs());
    }

    /** What it waited for came first: what a helper or an algorithm is asked for, the rest needs. */
    private List<InitWait> sleeps() {
        List<InitWait> sleeps = new ArrayList<>();
        if (initramfsUs > 0) {
            sleeps.add(new InitWait(Nanos.ZERO, Awaited.INITRAMFS, null));
        }
        tests().forEach(test -> sleeps.add(new InitWait(Nanos.ZERO, Awaited.SELF_TEST, test.name())));
        return sleeps;
    }

    /** Which algorithms it uses is not known; they are told by its name. */
    private List<WorkItem> tests() {
        return waits.selfTestUs() == 0
                ? List.of()
                : List.of(new WorkItem("those of " + symbol.function(), Nanos.ofMicros(waits.selfTestUs())));
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
