package io.bootledger.cli.process;

/** Standard input where a file can be given. */
public final class StandardInput {
    /** What is given for it, as with most commands; where something is written, it means standard output. */
    public static final String SIGN = "-";

    /** How a file is called in reports and messages. */
    public static String nameOf(String file) {
        if (file.isEmpty()) {
            return "''";
        }
        return file.equals(SIGN) ? "standard input" : file;
    }

    private StandardInput() {}
}
