package io.bootledger.analyzer.ledger;

import java.util.Set;

/**
 * The subsystem that a function's name tells: its first word, as kernel functions are named after what they belong to. Words that
 * say only what every init function does are passed over: {@code init_scsi} is scsi, {@code __e1000_init_module} is e1000.
 */
final class Subsystem {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "",
            "init",
            "initcall",
            "do",
            "register",
            "setup",
            "early",
            "late",
            "mod",
            "module",
            "driver",
            "add",
            "enable",
            "load",
            "create",
            "save",
            "spawn",
            "populate",
            "free",
            "start",
            "activate",
            "check",
            "print",
            "update",
            "set",
            "send",
            "report",
            "system",
            "default");

    private Subsystem() {}

    /** The first word with a meaning; the whole name where none has. */
    static String of(String function) {
        if (function.startsWith("0x")) {
            return function;
        }
        for (String word : function.split("_")) {
            if (!EMPTY_WORDS.contains(word)) {
                return word;
            }
        }
        return function;
    }
}
