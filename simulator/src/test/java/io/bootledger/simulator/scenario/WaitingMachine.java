package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitWait;
import io.bootledger.simulator.machine.InitWait.Awaited;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.machine.WorkItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A machine from a seed whose boot thread waits for others as real ones do: for the initramfs, for self-tests of cryptography, for work
 * items, for devices that are probed on workers. Its functions have the kernel's names where the kernel's wait.
 */
final class WaitingMachine {
    private static final List<String> RELEASES = List.of(
            "5.10.0-32-cloud-amd64",
            "5.15.85",
            "6.1.0-50-cloud-amd64",
            "6.6.87",
            "6.12.107",
            "7.2.13+deb14-cloud-amd64");
    private static final List<String> ALGORITHMS = List.of("rsa", "sha256", "hmac(sha256)", "drbg", "dh");

    /** Those that ask for a helper, and so wait for the initramfs, before they do anything else. */
    private static final Map<String, InitcallMacro> HELPED = Map.of(
            "crypto_kdf108_init", InitcallMacro.DEVICE_INITCALL,
            "inet6_init", InitcallMacro.DEVICE_INITCALL,
            "load_system_certificate_list", InitcallMacro.LATE_INITCALL,
            "init_encrypted", InitcallMacro.LATE_INITCALL);

    private final SeededRandom random;
    private final int cpus;
    private final List<InitFunction> initcalls = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();

    private WaitingMachine(long seed) {
        this.random = new SeededRandom(seed);
        this.cpus = random.chance(250) ? 1 : 2 + random.below(7);
    }

    static Scenario of(long seed) {
        return new Scenario("Waiting machine " + seed, new WaitingMachine(seed).machine(), Noise.NONE, null);
    }

    private Machine machine() {
        int count = 10 + random.below(40);
        for (int index = 0; index < count; index++) {
            ordinary(index);
        }
        parts();
        HELPED.keySet().stream().sorted().filter(name -> random.chance(600)).forEach(this::helped);
        return new Machine(
                null,
                kernel(),
                cpus,
                "tsc",
                null,
                null,
                null,
                null,
                time(5_000_000),
                time(5_000_000),
                initcalls,
                devices,
                random.chance(850) ? new Initramfs(8_192, time(400_000_000), null) : null,
                new Machine.Ending(time(20_000_000), null, null, time(1_000_000), "/sbin/init"),
                List.of(),
                List.of());
    }

    /** Also a kernel that prints probes as debug messages of another kind has these on (5.11 to 5.19). */
    private KernelConfig kernel() {
        Arch arch = random.pick(List.of(Arch.X86_64, Arch.ARM64));
        return new KernelConfig(
                random.pick(RELEASES), arch, null, 0, "", null, null, false, false, false, true, null, 0, 0, 0, null);
    }

    /** Works, and perhaps registers a driver, leaves work to a worker and waits for it, or asks for a helper. */
    private void ordinary(int index) {
        String driver = random.chance(350) ? "drv" + index : null;
        InitFunction function = InitFunction.of(
                random.pick(List.of(
                        InitcallMacro.SUBSYS_INITCALL,
                        InitcallMacro.FS_INITCALL,
                        InitcallMacro.DEVICE_INITCALL,
                        InitcallMacro.LATE_INITCALL)),
                "f" + index + "_init",
                random.chance(300) ? time(80_000_000) : time(2_000_000));
        if (driver != null) {
            function = function.registering(driver, workersBegin(150));
            devices(driver);
        }
        if (random.chance(40)) {
            function = function.waiting(List.of(new InitWait(Nanos.ZERO, Awaited.INITRAMFS, null)));
        } else if (random.chance(60)) {
            function = function.starting(List.of(new WorkItem("work" + index, time(40_000_000))), List.of())
                    .waiting(List.of(new InitWait(function.takes(), Awaited.WORK, "work" + index)));
        }
        initcalls.add(function);
    }

    private void devices(String driver) {
        int count = 1 + random.below(2);
        for (int index = 0; index < count; index++) {
            List<String> needs = !devices.isEmpty() && random.chance(80)
                    ? List.of(random.pick(devices).name())
                    : List.of();
            devices.add(new Device(
                    "platform-" + driver + "." + index,
                    null,
                    driver,
                    null,
                    random.chance(200) ? time(120_000_000) : time(4_000_000),
                    random.chance(100) ? -19 : 0,
                    needs,
                    random.chance(500),
                    workersBegin(200),
                    null));
        }
    }

    /** On one CPU workers begin whenever the boot thread sleeps: no log tells who gave them their work. */
    private boolean workersBegin(int perMille) {
        return cpus > 1 && random.chance(perMille);
    }

    /** The functions that have a part of their own in the boot. */
    private void parts() {
        add(InitFunction.of(InitcallMacro.FS_INITCALL, "clocksource_done_booting", time(100_000)));
        add(InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", time(100_000)));
        add(InitFunction.of(InitcallMacro.LATE_INITCALL, "deferred_probe_initcall", time(100_000)));
        add(InitFunction.of(InitcallMacro.ARCH_INITCALL, "cryptomgr_init", time(100_000)));
        add(InitFunction.of(InitcallMacro.LATE_INITCALL, "crypto_algapi_init", time(500_000)));
        List<String> registrars =
                List.of("rsa_init", "sha256_generic_mod_init", "hmac_module_init", "drbg_init", "dh_init");
        for (int index = 0; index < ALGORITHMS.size(); index++) {
            add(InitFunction.of(InitcallMacro.SUBSYS_INITCALL, registrars.get(index), time(300_000))
                    .starting(List.of(), List.of(new WorkItem(ALGORITHMS.get(index), time(90_000_000)))));
        }
        add(InitFunction.of(InitcallMacro.FS_INITCALL, "tracer_init_tracefs", time(300_000))
                .starting(List.of(new WorkItem("tracer_init_tracefs_work_func", time(60_000_000))), List.of()));
        add(InitFunction.of(InitcallMacro.FS_INITCALL, "init_kprobe_trace", time(3_000_000))
                .waiting(List.of(new InitWait(time(1_000_000), Awaited.WORK, "tracer_init_tracefs_work_func"))));
    }

    private void helped(String name) {
        List<InitWait> waits = new ArrayList<>();
        waits.add(new InitWait(time(200_000), Awaited.INITRAMFS, null));
        if (!name.equals("inet6_init")) {
            waits.add(new InitWait(time(400_000), Awaited.SELF_TEST, random.pick(ALGORITHMS)));
        }
        waits.sort(Comparator.comparingLong(wait -> wait.after().value()));
        add(InitFunction.of(HELPED.get(name), name, time(30_000_000)).waiting(waits));
    }

    private void add(InitFunction function) {
        initcalls.add(random.below(initcalls.size() + 1), function);
    }

    private Nanos time(long belowNanos) {
        return new Nanos(random.between(0, belowNanos));
    }
}
