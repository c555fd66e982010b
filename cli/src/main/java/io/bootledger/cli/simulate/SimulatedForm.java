package io.bootledger.cli.simulate;

import io.bootledger.traces.format.write.LogForm;
import org.jspecify.annotations.Nullable;

/** The forms in which a simulated boot can be written. */
public enum SimulatedForm {
    DMESG(LogForm.DMESG, "log"),
    KMSG(LogForm.KMSG, "log"),
    CONSOLE(LogForm.CONSOLE, "log"),
    JSON(LogForm.JSON, "json"),
    FTRACE(LogForm.FTRACE, "txt"),
    /** The events themselves, as JSON lines. */
    EVENTS(null, "jsonl"),
    /** What the kernel does to come to them, a line for each step. */
    STEPS(null, "steps"),
    /** Each init function from its macro to its call, and the memory that is freed then. */
    WAY(null, "txt");

    private final @Nullable LogForm log;
    private final String ending;

    SimulatedForm(@Nullable LogForm log, String ending) {
        this.log = log;
        this.ending = ending;
    }

    /** The log's form; null for what is none. */
    @Nullable
    LogForm log() {
        return log;
    }

    /** How a file of that form ends. */
    String ending() {
        return ending;
    }
}
