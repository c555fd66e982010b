package io.bootledger.simulator.machine;

import java.util.Set;

/** What return values mean. */
public final class ErrorNumbers {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ENOEXEC = 8;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int ENOKEY = 126;
    public static final int EKEYREJECTED = 129;
    public static final int EPROBE_DEFER = 517;
    private static final int ENXIO = 6;

    /** ENXIO, ENODEV, ENOSYS, EOPNOTSUPP, ENOTSUPP: what is needed is not here. */
    private static final Set<Integer> ABSENT = Set.of(ENXIO, ENODEV, 38, 95, 524);

    /** Of an initcall; one that asks to be deferred is never tried again, and so has failed. */
    public static String ofInitcall(int returned) {
        if (returned >= 0) {
            return returned == 0 ? "ok" : "positive";
        }
        return ABSENT.contains(-returned) ? "absent" : "failed";
    }

    /** Of a probe, by what its driver returned. */
    static String ofProbe(int result) {
        if (result == 0) {
            return "ok";
        }
        return result == -EPROBE_DEFER ? "deferred" : ABSENT.contains(-result) ? "absent" : "failed";
    }

    /** {@code drivers/base/dd.c}, {@code call_driver_probe}: hardware that is not there is no reason to complain. */
    public static boolean complainsAboutProbe(int result) {
        return result != 0 && result != -EPROBE_DEFER && result != -ENODEV && result != -ENXIO;
    }

    private ErrorNumbers() {}
}
