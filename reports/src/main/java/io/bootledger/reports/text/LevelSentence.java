package io.bootledger.reports.text;

import io.bootledger.analyzer.explain.LevelReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/** Why an initcall is at its level. */
public final class LevelSentence {
    public static String of(Initcall call, LevelReason reason) {
        String level = call.level() == null ? "unknown" : call.level().toString();
        return level + (Boolean.TRUE.equals(call.levelSync()) ? ", second half" : "") + ": " + why(call, reason);
    }

    private static String why(Initcall call, LevelReason reason) {
        return switch (call.levelEvidence()) {
            case PRINTED ->
                reason.entered() == null
                        ? "the log says so"
                        : "line " + reason.entered().origin().line() + " says so";
            case SYMBOLS -> "the kernel's symbol table says so" + doubt(call);
            case SYMBOL -> bySymbol(call);
            case INFERRED ->
                (call.levelCertain() ? "certain by" : "likely, by")
                        + " what other kernels run there, and because levels never go back" + neighbours(reason);
            case UNKNOWN -> "nothing in the log tells, and no kernel known has this function; --symbols would";
        };
    }

    private static String doubt(Initcall call) {
        return call.levelCertain() ? "" : ", but has the name more than once";
    }

    private static String bySymbol(Initcall call) {
        if (call.symbol().stub() != null) {
            return "its symbol holds it: " + call.symbol().text();
        }
        if (call.level() == InitcallLevel.CONSOLE) {
            return "pid 0 runs the console initcalls (kernel/printk/printk.c, console_init)";
        }
        return call.module() != null
                ? "it belongs to the module " + call.module()
                : "pid " + call.pid() + " is not the boot thread: it is loading a module";
    }

    private static String neighbours(LevelReason reason) {
        return neighbour("; before it ", reason.before()) + neighbour("; after it ", reason.after());
    }

    private static String neighbour(String where, @Nullable Initcall call) {
        return call == null ? "" : where + Wording.name(call) + " (" + call.level() + ")";
    }

    private LevelSentence() {}
}
