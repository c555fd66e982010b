package io.bootledger.cli.boot;

/**
 * A kernel to boot.
 *
 * @param name of its option and its folder: {@code a}
 * @param command of the shell that boots it and prints its console
 * @param append words for its command line, which the command is told in BOOTLEDGER_APPEND; empty without
 */
record BootSide(String name, String command, String append) {
    BootSide(String name, String command) {
        this(name, command, "");
    }

    String option() {
        return "--" + name;
    }
}
