package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.Dialect;
import io.bootledger.simulator.machine.Ktime;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.machine.Says;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts records on the log, in the order in which they are printed, stamped with {@code local_clock()}. Whoever prints also waits
 * while a slow console sends the line ({@code kernel/printk/printk.c}, {@code console_unlock}), and on a contended one the boot thread
 * for what others print: up to 4.15 it sends their lines too, as who holds the console sends all there is, and since then, when a
 * waiter takes over, it waits until they have sent theirs. What others do is worked out ahead, and they never wait for the boot thread.
 */
final class Printk {
    private static final Origin NOWHERE = new Origin(0, null);
    private static final int ROUGH_PREFIX = 17;

    /** Formatting a record and putting it into the buffer. */
    private static final long STORE_NANOS = 1_200;

    private final Ktime ktime;
    private final EventSink log;
    private final @Nullable Console console;
    private final MessageLength length;
    private final List<Nanos> cpuClocks;
    private final Machine machine;
    private boolean contended;
    private final boolean handsOver;
    private long owedBytes;
    private long othersSendUntil;
    private boolean consoleRegistered;
    private long backlogBytes;
    private long sequence;

    /** How many bytes a message has. */
    interface MessageLength {
        int of(BootEvent event);
    }

    Printk(Ktime ktime, Machine machine, MessageLength length, EventSink log) {
        this.ktime = ktime;
        this.console = machine.console();
        this.cpuClocks = machine.cpuClocks();
        this.machine = machine;
        this.contended = console != null && console.contended() && machine.cpus() > 1;
        this.handsOver = new Dialect(machine.kernel()).handsConsoleOver();
        this.length = length;
        this.log = log;
    }

    void print(KernelThread thread, int severity, BootEvent event) {
        print(thread, severity, event, line -> {});
    }

    void print(KernelThread thread, int severity, BootEvent event, Consumer<RecordedEvent> whenPrinted) {
        print(thread, severity, event, () -> event, whenPrinted);
    }

    /**
     * Prints an event whose words are only known when the clock gets there.
     *
     * @param likely an event about as long
     */
    void print(
            KernelThread thread,
            int severity,
            BootEvent likely,
            Supplier<BootEvent> event,
            Consumer<RecordedEvent> whenPrinted) {
        long now = thread.now();
        long stamp = ktime.stamp(now, ahead(machine.cpuOf(thread.pid())));
        boolean shown = console != null && console.baud() > 0 && console.shows(severity);
        int bytes = shown ? length.of(likely) + ROUGH_PREFIX : 0;
        boolean meets = contended && consoleRegistered && !thread.isBoot();
        thread.act(() -> {
            whenPrinted.accept(record(thread, stamp, severity, event.get()));
            if (meets) {
                comesBetween(now, bytes);
            }
        });
        thread.pass(STORE_NANOS);
        if (!meets || handsOver) {
            send(thread, bytes);
        }
    }

    private Nanos ahead(int cpu) {
        return cpu == 0 || cpu > cpuClocks.size() ? Nanos.ZERO : cpuClocks.get(cpu - 1);
    }

    /** Another task has printed while the boot thread boots. */
    private void comesBetween(long now, int bytes) {
        owedBytes += handsOver ? 0 : bytes;
        if (handsOver && console != null) {
            othersSendUntil = Math.max(othersSendUntil, now) + console.nanos(bytes);
        }
    }

    /** Prints ordinary messages while so much time passes. */
    void say(KernelThread thread, List<Says> says, long nanos) {
        long end = Math.addExact(thread.now(), nanos);
        for (Says message : says) {
            thread.pass(Math.max(0, Math.min(message.after().value(), end - thread.now())));
            say(thread, message.severity(), message.text());
        }
        thread.waitUntil(end);
    }

    void say(KernelThread thread, int severity, String text) {
        print(thread, severity, new MessageLogged(LogText.of(text)));
    }

    /** The console works from here on, and first gets all that was printed before. */
    void registerConsole(KernelThread thread) {
        consoleRegistered = true;
        if (console != null) {
            thread.pass(console.nanos(backlogBytes));
        }
    }

    /** The boot thread has booted, and is in nobody's way any more. */
    void booted() {
        contended = false;
    }

    /** Number of the next record. */
    long sequence() {
        return sequence;
    }

    private void send(KernelThread thread, int bytes) {
        if (!consoleRegistered || console == null) {
            backlogBytes += bytes;
            return;
        }
        long own = console.nanos(bytes);
        if (own > 0 && thread.isBoot()) {
            waitForOthers(thread, own);
        }
        thread.pass(own);
        while (owedBytes > 0 && own > 0 && thread.isBoot()) {
            long owed = console.nanos(owedBytes);
            owedBytes = 0;
            thread.pass(owed);
        }
    }

    /** They may print more meanwhile; what they print while the boot thread sends its line comes behind that. */
    private void waitForOthers(KernelThread thread, long own) {
        while (othersSendUntil > thread.now()) {
            thread.waitUntil(othersSendUntil);
        }
        othersSendUntil = contended ? thread.now() + own : 0;
    }

    private RecordedEvent record(KernelThread thread, long stamp, int severity, BootEvent event) {
        RecordedEvent line = new RecordedEvent(
                sequence++,
                BootTime.ofMicros(stamp / 1_000),
                Caller.task(thread.pid()),
                new Priority(severity),
                event,
                NOWHERE);
        log.accept(line);
        return line;
    }
}
