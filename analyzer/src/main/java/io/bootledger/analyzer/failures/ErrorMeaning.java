package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Severity;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an error says about an initcall or a probe. The kernel itself ignores what built-in initcalls return; this is how
 * its drivers use the numbers.
 */
record ErrorMeaning(Severity severity, String meaning) {
    private static final Map<String, ErrorMeaning> BY_NAME = new TreeMap<>();

    static {
        absent("the hardware is not there, or the driver is not for it", "ENODEV", "ENXIO");
        absent("not supported on this machine or in this configuration", "EOPNOTSUPP", "ENOTSUPP", "ENOSYS");
        suspicious("not permitted: blacklisted, locked down, or a policy says no", "EPERM", "EACCES");
        suspicious("something it looks for does not exist", "ENOENT", "ESRCH", "ENODATA");
        suspicious(
                "an argument or the configuration does not fit, or it refuses to stay loaded on purpose",
                "EINVAL",
                "ERANGE");
        suspicious("another driver already has the resource or the name", "EBUSY", "EEXIST");
        suspicious("not now: it asks to be tried again, and nobody will", "EAGAIN", "EINTR");
        real("out of memory, or a size that cannot be", "ENOMEM", "ENOSPC", "ENOBUFS");
        real("the device did not answer as it should", "EIO", "EREMOTEIO", "EPROTO", "EBADMSG", "EILSEQ", "EPIPE");
        real("the device did not answer in time", "ETIMEDOUT", "ETIME");
        real("it used a bad address: a bug", "EFAULT");
        real("deferred by an initcall itself: nobody tries it again", "EPROBE_DEFER");
        real("firmware, key or signature was refused", "EKEYREJECTED", "EKEYEXPIRED", "ENOKEY", "ENOEXEC", "EBADF");
    }

    private static final ErrorMeaning OTHER =
            new ErrorMeaning(Severity.SUSPICIOUS, "the return value alone does not tell whether it matters");

    /** The verdict on an error name; unknown errors are suspicious. */
    static ErrorMeaning on(@Nullable String errno) {
        return errno == null ? OTHER : BY_NAME.getOrDefault(errno, OTHER);
    }

    private static void absent(String meaning, String... names) {
        put(new ErrorMeaning(Severity.ABSENT, meaning), names);
    }

    private static void suspicious(String meaning, String... names) {
        put(new ErrorMeaning(Severity.SUSPICIOUS, meaning), names);
    }

    private static void real(String meaning, String... names) {
        put(new ErrorMeaning(Severity.REAL, meaning), names);
    }

    private static void put(ErrorMeaning verdict, String... names) {
        for (String name : names) {
            BY_NAME.put(name, verdict);
        }
    }
}
