package io.bootledger.analyzer.waits;

import java.util.List;
import java.util.Optional;

/**
 * A rule for logs without scheduler events. docs/causes.md tells the measured rate of each.
 *
 * @param name as in docs/causes.md
 * @param source the kernel's code that waits: file and function
 * @param byStamps whether its bounds come from stamps, and not as a share of what the call took
 * @param finder looks at a call; given what the rules before found in it
 */
record WaitRule(String name, String source, boolean byStamps, Finder finder) {
    /** Finds the wait of a rule in a call. */
    interface Finder {
        Optional<Wait> find(String rule, ReturnedCall call, Scene scene, List<Wait> before);
    }

    /** In the order in which they are asked: what is surer stands before what takes the rest. */
    static final List<WaitRule> ALL = List.of(
            new WaitRule("W1", "init/initramfs.c, wait_for_initramfs", true, InitramfsRule::find),
            new WaitRule("W4", "kernel/async.c, async_synchronize_cookie_domain", true, OtherThreadRules::stated),
            new WaitRule("W2", "drivers/base/dd.c, deferred_probe_initcall", true, OtherThreadRules::deferred),
            new WaitRule("W9", "net/ipv4/ipconfig.c, ic_open_devs, ic_dynamic", true, OtherThreadRules::address),
            new WaitRule(
                    "W7", "certs/system_keyring.c, load_system_certificate_list", true, KnownWaiterRules::certificates),
            new WaitRule(
                    "W5", "crypto/api.c, crypto_wait_for_test, crypto_larval_wait", false, KnownWaiterRules::selfTests),
            new WaitRule("W6", "kernel/trace/trace.c, tracer_init_tracefs_work_func", false, KnownWaiterRules::tracing),
            new WaitRule(
                    "W8", "kernel/async.c, drivers/base/dd.c, driver_detach", true, OtherThreadRules::coincidence));

    Optional<Wait> find(ReturnedCall call, Scene scene, List<Wait> before) {
        return finder.find(name, call, scene, before);
    }
}
