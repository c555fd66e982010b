package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.waits.Background.Seen;
import io.bootledger.analyzer.waits.Background.Stretch;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes what a log shows of work beside the boot thread. Bounded. */
public final class BackgroundProjection implements Projection<Background> {
    private static final int MOST = 1_000;
    private static final int BOOT_THREAD = 1;

    private static final Set<Class<? extends BootEvent>> USED = Set.of(
            InitrdUnpackStarted.class,
            MemoryFreed.class,
            CpusBroughtUp.class,
            AsyncWaitStarted.class,
            AsyncWaitFinished.class,
            RootMounted.class,
            MessageLogged.class);

    /** The beginnings of lines that a worker says while the boot thread may sleep. */
    private static final LogText[] WORKERS_SAY = Stream.of(
                    "tsc: Refined TSC clocksource calibration", // arch/x86/kernel/tsc.c, tsc_refine_calibration_work
                    "clocksource: ", // kernel/time/clocksource.c, __clocksource_register_scale called by that work
                    "Initramfs unpacking failed", // init/initramfs.c, do_populate_rootfs
                    "rootfs image is not initramfs") // the same
            .map(LogText::of)
            .toArray(LogText[]::new);

    /** certs/system_keyring.c, load_system_certificate_list. */
    private static final LogText LOADING_CERTIFICATES = LogText.of("Loading compiled-in X.509 certificates");
    /** crypto/asymmetric_keys/x509_loader.c, x509_load_certificate_list; certs/system_keyring.c up to 5.18. */
    private static final LogText LOADED_CERTIFICATE = LogText.of("Loaded X.509 cert");

    private final AnnouncedWaits announced = new AnnouncedWaits();
    private @Nullable Seen unpacking;
    private @Nullable Seen initrdFreed;
    private @Nullable Long lastSaidUs;
    private @Nullable Integer cpus;
    private @Nullable Long waitsFromUs;
    private @Nullable Long certificatesFromUs;
    private @Nullable Stretch firstCertificate;
    private final List<Stretch> asyncWaits = new ArrayList<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof CpusBroughtUp up) {
            cpus = up.cpus();
        } else if (recorded.time() != null) {
            applyTimed(event, recorded);
        }
    }

    private void applyTimed(BootEvent event, RecordedEvent recorded) {
        if (event instanceof MessageLogged logged) {
            said(logged.text(), recorded);
            announced.said(logged.text(), seen(recorded));
        } else if (event instanceof RootMounted) {
            announced.rootMounted(seen(recorded));
        } else if (event instanceof InitrdUnpackStarted && unpacking == null) {
            unpacking = seen(recorded);
        } else if (event instanceof MemoryFreed freed && initrdFreed == null) {
            initrdFreed = freed.kind() == MemoryFreed.Kind.INITRD ? seen(recorded) : null;
        } else if (event instanceof AsyncWaitStarted waits && waits.pid() <= BOOT_THREAD) {
            waitsFromUs = seen(recorded).us();
        } else if (event instanceof AsyncWaitFinished waited && waited.pid() <= BOOT_THREAD) {
            continued(seen(recorded));
        }
    }

    private void continued(Seen end) {
        if (waitsFromUs != null && asyncWaits.size() < MOST) {
            asyncWaits.add(new Stretch(waitsFromUs, end));
        }
        waitsFromUs = null;
    }

    private void said(LogText text, RecordedEvent recorded) {
        if (initrdFreed == null && mayBeBootThread(recorded.caller(), text)) {
            lastSaidUs = seen(recorded).us();
        }
        if (certificatesFromUs == null) {
            certificatesFromUs = text.startsWith(LOADING_CERTIFICATES)
                    ? Long.valueOf(seen(recorded).us())
                    : null;
        } else if (firstCertificate == null && text.startsWith(LOADED_CERTIFICATE)) {
            firstCertificate = new Stretch(certificatesFromUs, seen(recorded));
        }
    }

    private static boolean mayBeBootThread(@Nullable Caller caller, LogText text) {
        if (caller != null) {
            return caller.task() && caller.id() <= BOOT_THREAD;
        }
        for (LogText beginning : WORKERS_SAY) {
            if (text.startsWith(beginning)) {
                return false;
            }
        }
        return true;
    }

    private static Seen seen(RecordedEvent recorded) {
        return new Seen(recorded.knownUs(), recorded.origin().line());
    }

    @Override
    public Background view() {
        return new Background(
                unpacking,
                initrdFreed,
                lastSaidUs,
                cpus,
                firstCertificate,
                asyncWaits,
                announced.address(),
                announced.rootAwaited(),
                announced.rootDelay());
    }
}
