package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Machine.Ending;
import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import org.jspecify.annotations.Nullable;

/** What a log tells about the kernel's last steps before init, and about the initramfs. */
final class FittedEnding {
    private long unpackStartUs = -1;
    private String unpackMessage = Initramfs.USUAL_MESSAGE;
    private @Nullable Initramfs initramfs;
    private long unpackedUs = -1;
    private long lastCallUs;
    private long firstFreedUs = -1;
    private long initFreedUs = -1;
    private int initMemoryKib;
    private long protectedUs = -1;
    private long initStartedUs = -1;
    private @Nullable String init;
    private boolean panicked;

    private final FittedCalls calls;

    FittedEnding(FittedCalls calls) {
        this.calls = calls;
    }

    void accept(BootEvent event, long now, long mainEndUs) {
        if (event instanceof InitrdUnpackStarted unpacking) {
            unpackStartUs = now;
            unpackMessage = unpacking.text();
        } else if (event instanceof MemoryFreed freed) {
            freed(freed, now, mainEndUs);
        } else if (event instanceof ReadOnlyDataProtected && protectedUs < 0) {
            protectedUs = now;
        } else if (event instanceof InitProcessStarted started) {
            initStartedUs = initStartedUs < 0 ? now : initStartedUs;
            init = started.path();
        } else if (event instanceof KernelPanicked) {
            panicked = true;
        }
    }

    private void freed(MemoryFreed freed, long now, long mainEndUs) {
        if (freed.kind() == MemoryFreed.Kind.INITRD) {
            long unpackUs = unpackStartUs < 0 ? 0 : Math.max(0, now - unpackStartUs);
            unpackedUs = now;
            calls.initramfsUnpacked(unpackStartUs < 0 ? now : unpackStartUs);
            initramfs = new Initramfs(Math.max(0, freed.kib()), Nanos.ofMicros(unpackUs), unpackMessage);
        } else if (freed.kind() == MemoryFreed.Kind.INIT || freed.kind() == MemoryFreed.Kind.DECRYPTED) {
            if (firstFreedUs < 0) {
                firstFreedUs = now;
                lastCallUs = mainEndUs;
            }
            if (freed.kind() == MemoryFreed.Kind.INIT && initFreedUs < 0) {
                initFreedUs = now;
                initMemoryKib = (int) Math.max(0, Math.min(Integer.MAX_VALUE, freed.kib()));
            }
        }
    }

    @Nullable
    Initramfs initramfs() {
        return initramfs;
    }

    /** When it was unpacked; negative where the log does not say. */
    long unpackedUs() {
        return unpackedUs;
    }

    long unpackUs() {
        return initramfs == null ? 0 : initramfs.unpack().value() / 1_000;
    }

    int initMemoryKib() {
        return initMemoryKib;
    }

    /** When user space began; where the log does not say, when the init memory was freed; or negative. */
    long initStartedUs() {
        return initStartedUs < 0 ? initFreedUs : initStartedUs;
    }

    /**
     * @param waitedUs how long the initramfs was waited for before anything else
     * @param usualInit what is run where the log does not say
     */
    Ending ending(long waitedUs, String usualInit) {
        long freeing = between(firstFreedUs, initFreedUs);
        long prepare = firstFreedUs < 0 ? 0 : Math.max(0, firstFreedUs - lastCallUs - waitedUs);
        long protection = protectedUs < 0 ? initFreedUs : protectedUs;
        return new Ending(
                Nanos.ofMicros(prepare),
                Nanos.ofMicros(freeing),
                Nanos.ofMicros(between(initFreedUs, protection)),
                Nanos.ofMicros(between(protection, initStartedUs)),
                panicked ? null : init == null ? usualInit : init);
    }

    private static long between(long from, long to) {
        return from < 0 || to < from ? 0 : to - from;
    }
}
