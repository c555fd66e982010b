package io.bootledger.analyzer.waits;

import java.util.Locale;

/** What the boot thread waits for, by the code it sleeps in. */
public enum WaitedFor {
    /** Unpacking the initramfs: {@code init/initramfs.c}, {@code wait_for_initramfs}. */
    INITRAMFS("unpacking the initramfs"),
    /** A program of user space, modprobe most often: {@code kernel/umh.c}, {@code call_usermodehelper_exec}. */
    USERMODEHELPER("a user-mode helper"),
    /** Self-tests of cryptography: {@code crypto/api.c}, {@code crypto_wait_for_test}, {@code crypto_larval_wait}. */
    CRYPTOTEST("crypto self-tests"),
    /** The worker that retries deferred probes: {@code drivers/base/dd.c}, {@code deferred_probe_initcall}. */
    DEFERREDPROBE("deferred probes on a worker"),
    /** Asynchronous calls and probes: {@code kernel/async.c}, {@code async_synchronize_full}. */
    ASYNC("asynchronous work"),
    /** The tracers' own set-up: {@code kernel/trace/trace.c}, {@code tracer_init_tracefs_work_func}. */
    TRACEINIT("the set-up of tracing"),
    /** Device nodes: {@code drivers/base/devtmpfs.c}, {@code devtmpfs_create_node}. */
    DEVTMPFS("device nodes"),
    /** A new kernel thread: {@code kernel/kthread.c}, {@code kthread_create_on_node}. */
    KTHREAD("new kernel threads"),
    /** CPU hotplug: {@code kernel/cpu.c}, {@code cpuhp_bringup_mask}, {@code __cpuhp_setup_state}. */
    CPUHP("CPU hotplug"),
    /** Code that a CPU runs alone: {@code kernel/stop_machine.c}, {@code stop_one_cpu}. */
    STOPPER("the CPU stopper"),
    /** An RCU grace period: {@code kernel/rcu}, {@code synchronize_rcu}. */
    RCU("RCU grace periods"),
    /** The root device: {@code init/do_mounts.c}, {@code wait_for_root}. */
    ROOTWAIT("the root device"),
    /** The network: {@code net/ipv4/ipconfig.c}, {@code ip_auto_config}. */
    NETWORK("the network"),
    /** A time that the command line or a driver names. */
    DELAY("a delay"),
    MUTEX("a lock"),
    /** Threads that initialise the memory map: {@code mm/mm_init.c}, {@code page_alloc_init_late}. */
    DEFERREDPAGES("deferred struct pages"),
    /** A work item, where the events do not tell who waits so: {@code kernel/workqueue.c}. */
    WORK("a work item"),
    /** A kernel thread that answers. */
    THREAD("a kernel thread"),
    /** A timer or a device: what woke the thread was an interrupt. */
    INTERRUPT("a timer or a device"),
    OTHER("something else");

    private final String words;

    WaitedFor(String words) {
        this.words = words;
    }

    /** For people: "waited for unpacking the initramfs". */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
