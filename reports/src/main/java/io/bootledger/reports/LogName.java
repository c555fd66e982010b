package io.bootledger.reports;

/** How a log is called where a page or a picture is passed on: where it lay is nobody's business there. */
public final class LogName {
    /** The last part of a path; what is none stays as it is. */
    public static String of(String source) {
        int name = source.lastIndexOf('/');
        return name < 0 || name + 1 == source.length() ? source : source.substring(name + 1);
    }

    private LogName() {}
}
