package io.bootledger.cli.boot;

/**
 * A kernel to boot.
 *
 * @param name of its folder: {@code a}
 * @param option that gave the command, for people: {@code --a}
 * @param command of the shell that boots it and prints its console
 * @param append words for its command line, which the command is told in BOOTLEDGER_APPEND; empty without
 */
record BootSide(String name, String option, String command, String append) {
    /** Of the option of that name. */
    BootSide(String name, String command) {
        this(name, "--" + name, command, "");
    }

    /** The same kernel with words on its command line. */
    BootSide with(String other, String words) {
        return new BootSide(other, option, command, words);
    }
}
