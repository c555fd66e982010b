package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.Ktime;
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
 * while a slow console sends the line ({@code kernel/printk/printk.c}, {@code console_unlock}).
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
    private boolean consoleRegistered;
    private long backlogBytes;
    private long sequence;

    /** How many bytes a message has. */
    interface MessageLength {
        int of(BootEvent event);
    }

    Printk(Ktime ktime, @Nullable Console console, MessageLength length, EventSink log) {
        this.ktime = ktime;
        this.console = console;
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
        long stamp = ktime.stamp(thread.now());
        thread.act(() -> whenPrinted.accept(record(thread, stamp, severity, event.get())));
        thread.pass(STORE_NANOS);
        if (console != null && console.baud() > 0 && console.shows(severity)) {
            send(thread, length.of(likely) + ROUGH_PREFIX);
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

    /** Number of the next record. */
    long sequence() {
        return sequence;
    }

    private void send(KernelThread thread, int bytes) {
        if (consoleRegistered && console != null) {
            thread.pass(console.nanos(bytes));
        } else {
            backlogBytes += bytes;
        }
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
