package io.bootledger.analyzer.observer;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.BesideKernel;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Adds up how much the kernel printed until it handed over to user space. */
public final class PrintedProjection implements Projection<Printing> {
    /** {@code [    0.418145] } and the line end of a serial console. */
    static final int STAMP_AND_LINE_END = 17;

    private static final int CALLING = "calling   @ 1".length();
    private static final int RETURNED = "initcall  returned 0 after 100 usecs".length();
    /** Other messages that we know by their event and not by their text; few, and about so long. */
    private static final int OTHER = 60;
    /** A boot has a handful of lines about freed memory. */
    private static final int MOST = 1_000;

    private long messages;
    private long bytes;
    private final Map<Long, Printed> until = new HashMap<>();
    private boolean initRuns;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return KERNELS;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent said = recorded.event();
        if (initRuns || recorded.time() == null || said instanceof BesideKernel) {
            return;
        }
        messages++;
        bytes += length(recorded.event()) + STAMP_AND_LINE_END;
        if (!(recorded.event() instanceof MessageLogged)) {
            mayHandOver(recorded);
        }
    }

    private void mayHandOver(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        initRuns = event instanceof InitProcessStarted;
        boolean may = initRuns || event instanceof MemoryFreed || event instanceof ReadOnlyDataProtected;
        if (may && until.size() < MOST) {
            until.put(recorded.origin().line(), new Printed(messages, bytes));
        }
    }

    private static int length(BootEvent event) {
        if (event instanceof MessageLogged logged) {
            return logged.text().length();
        } else if (event instanceof InitcallStarted started) {
            return callingLength(started.symbol());
        } else if (event instanceof InitcallFinished finished) {
            return RETURNED + finished.symbol().text().length();
        }
        return OTHER;
    }

    static int callingLength(InitcallSymbol symbol) {
        String module = symbol.module();
        return CALLING + symbol.text().length() + (module == null ? 0 : module.length() + 3);
    }

    @Override
    public Printing view() {
        return new Printing(new Printed(messages, bytes), until);
    }
}
