package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which programs a kernel tries to become init with, in order ({@code init/main.c}, {@code kernel_init}, up to 3.6 {@code init_post}):
 * the initramfs's, what {@code init=} names, then four that are usual. Of one that is not there a kernel that announces init
 * prints the same lines as of one that is.
 */
public final class InitPrograms {
    private static final String IN_INITRAMFS = "/init";
    private static final List<String> USUAL = List.of("/sbin/init", "/etc/init", "/bin/init", "/bin/sh");

    private final KernelVersion version;
    private final @Nullable String requested;
    private final @Nullable String there;

    /**
     * One that is tried.
     *
     * @param runs whether it is there
     * @param failure what is printed when it is not; null for nothing
     * @param panic why the kernel panics when it is not; null where it goes on
     */
    public record Attempt(
            String program,
            boolean runs,
            @Nullable String failure,
            @Nullable String panic) {}

    /** Of a machine, which has one of them or none. */
    public InitPrograms(Machine machine) {
        this.version = machine.kernel().version();
        this.requested = machine.kernel().requestedInit();
        this.there = machine.ending().init();
    }

    /** Up to the one that runs. */
    public List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        if (requested != null && !requested.equals(there) && !IN_INITRAMFS.equals(there)) {
            attempts.add(inVain(
                    requested,
                    failure(),
                    requestedAlone() ? "Requested init " + requested + " failed (error -2)." : null));
        }
        boolean usual = !IN_INITRAMFS.equals(there)
                && (requested == null || !requested.equals(there))
                && (there == null || USUAL.contains(there));
        if (usual) {
            USUAL.stream()
                    .takeWhile(program -> !program.equals(there))
                    .forEach(program -> attempts.add(inVain(program, null, null)));
        }
        if (there != null) {
            attempts.add(new Attempt(there, true, null, null));
        }
        return attempts;
    }

    private static Attempt inVain(String program, @Nullable String failure, @Nullable String panic) {
        return new Attempt(program, false, failure, panic);
    }

    /** Since 4.0, and in 3.19 without CONFIG_INIT_FALLBACK, which is usual there: nothing else is tried. */
    private boolean requestedAlone() {
        return version.atLeast(4, 0);
    }

    private @Nullable String failure() {
        if (requestedAlone()) {
            return null;
        }
        return "Failed to execute " + requested + (version.atLeast(3, 13) ? " (error -2)" : "")
                + ".  Attempting defaults...";
    }

    /** How loud that is: an error since 3.10. */
    public int failureSeverity() {
        return version.atLeast(3, 10) ? 3 : 4;
    }

    /**
     * What is said where the initramfs has no init, so that another root file system is mounted; null for nothing, as before 6.17 and,
     * unless {@code rdinit=} asked for it, since 7.0.
     */
    public @Nullable String notInInitramfs() {
        return !IN_INITRAMFS.equals(there) && version.atLeast(6, 17) && !version.atLeast(7, 0)
                ? "check access for rdinit=" + IN_INITRAMFS + " failed: -2, ignoring"
                : null;
    }
}
