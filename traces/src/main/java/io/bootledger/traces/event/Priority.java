package io.bootledger.traces.event;

/**
 * The syslog priority of a record, {@code facility * 8 + severity}. The kernel's own records have facility 0; what user space
 * writes into {@code /dev/kmsg} cannot.
 */
public record Priority(int code) {
    public static final int ERR = 3;
    public static final int WARNING = 4;
    public static final int DEBUG = 7;

    public int facility() {
        return code >> 3;
    }

    /** 0 emerg, 1 alert, 2 crit, 3 err, 4 warning, 5 notice, 6 info, 7 debug. */
    public int severity() {
        return code & 7;
    }

    public boolean fromKernel() {
        return facility() == 0;
    }
}
