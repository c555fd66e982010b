package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.FreedMemory;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import org.jspecify.annotations.Nullable;

/**
 * {@code init/initramfs.c}: the initramfs is unpacked in {@code populate_rootfs} itself, or since 5.13 on an async worker, for which
 * whoever needs a program of it waits.
 */
final class Rootfs {
    private static final int WARNING = 4;
    private static final int INFO = 6;

    private final RunningKernel kernel;
    private final AsyncWork async;
    private BackgroundWork.@Nullable Job unpacking;
    private boolean populated;
    private boolean warned;

    Rootfs(RunningKernel kernel, AsyncWork async) {
        this.kernel = kernel;
        this.async = async;
    }

    /** {@code populate_rootfs}. */
    void populate(KernelThread thread) {
        populated = true;
        if (!kernel.dialect().unpacksAsync()) {
            unpack(thread);
            return;
        }
        unpacking = async.scheduleExclusive(thread, "do_populate_rootfs", this::unpack);
        if (kernel.machine().kernel().passes("initramfs_async=0")) {
            waitForInitramfs(thread);
        }
    }

    /** Whether a program of user space may not be run yet: {@code call_usermodehelper_exec} returns -EBUSY ({@code kernel/umh.c}). */
    boolean refusesHelpers(KernelThread thread) {
        return thread.isBoot() && !populated && kernel.dialect().allowsHelpersWithRootfs();
    }

    /**
     * Waits until programs of user space can be run, if that is to come: init functions can only run those of an initramfs, and not
     * before {@code populate_rootfs} was called, which {@code wait_for_initramfs} says once.
     */
    boolean hasPrograms(KernelThread thread) {
        if (!thread.isBoot()) {
            return true;
        }
        if (!populated && kernel.dialect().unpacksAsync() && !warned) {
            warned = true;
            kernel.printk().say(thread, WARNING, "wait_for_initramfs() called before rootfs_initcalls");
        }
        waitForInitramfs(thread);
        return populated && kernel.machine().initramfs() != null;
    }

    /** {@code wait_for_initramfs}; nobody waits before the unpacking was begun. */
    void waitForInitramfs(KernelThread thread) {
        if (unpacking != null) {
            kernel.background().await(thread, unpacking);
        }
    }

    private void unpack(KernelThread thread) {
        Machine.Initramfs initramfs = kernel.machine().initramfs();
        if (initramfs != null) {
            kernel.printk().print(thread, INFO, new InitrdUnpackStarted(initramfs.message()));
            thread.pass(kernel.durations().nanos("do_populate_rootfs", initramfs.unpack(), null));
            kernel.printk().print(thread, INFO, new FreedMemory(kernel.machine().kernel()).initramfs(initramfs.kib()));
        }
    }
}
