package io.bootledger.cli.boot;

/**
 * A kernel to boot.
 *
 * @param name of its option and its folder: {@code a}
 * @param command of the shell that boots it and prints its console
 */
record BootSide(String name, String command) {
    String option() {
        return "--" + name;
    }
}
