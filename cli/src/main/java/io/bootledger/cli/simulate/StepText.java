package io.bootledger.cli.simulate;

import io.bootledger.analyzer.timeline.Errno;
import io.bootledger.analyzer.timeline.ErrnoFamily;
import io.bootledger.reports.Printable;
import io.bootledger.simulator.steps.Step;
import org.jspecify.annotations.Nullable;

/** A step of the init machinery on a line: time in seconds, task, and, indented by depth, what is called and does what. */
final class StepText {
    static final String HEAD = "        time    pid  step";

    private StepText() {}

    static String of(Step step) {
        String call = step.returned() == null
                ? step.function() + (step.of() == null ? "" : "(" + step.of() + ")")
                : step.function() + " " + value(step.returned());
        String does = step.does().isEmpty() ? "" : ": " + step.does();
        return "%5d.%06d %6d  %s%s"
                .formatted(
                        step.timeUs() / 1_000_000,
                        step.timeUs() % 1_000_000,
                        step.pid(),
                        "  ".repeat(step.depth()),
                        Printable.of(call + does));
    }

    /** A value that is returned, with its name where it is an error. */
    static String value(int returned) {
        String name = errno(returned);
        return name == null ? String.valueOf(returned) : returned + " " + name;
    }

    /** The name of an error; null for what is none. */
    static @Nullable String errno(@Nullable Integer returned) {
        return returned == null || returned >= 0 ? null : Errno.nameOf(-returned, ErrnoFamily.GENERIC);
    }
}
