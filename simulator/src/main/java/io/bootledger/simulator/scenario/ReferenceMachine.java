package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Varies;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine on which the regression gate's error rates are measured: 2,000 initcalls as a distribution's kernel has them, most of
 * them microseconds long and some hundred drivers about 2 ms, log-normal, 0.6 s beside the initcalls, and six initcalls of known size to be
 * slowed.
 */
public final class ReferenceMachine {
    private static final long SEED = 2_000;
    private static final int SMALL = 1_874;
    private static final int DRIVERS = 120;
    private static final Nanos PAUSE = Nanos.ofMillis(100);
    private static final List<InitcallMacro> LEVELS = List.of(
            InitcallMacro.EARLY_INITCALL,
            InitcallMacro.PURE_INITCALL,
            InitcallMacro.CORE_INITCALL,
            InitcallMacro.POSTCORE_INITCALL,
            InitcallMacro.ARCH_INITCALL,
            InitcallMacro.SUBSYS_INITCALL,
            InitcallMacro.FS_INITCALL,
            InitcallMacro.DEVICE_INITCALL,
            InitcallMacro.LATE_INITCALL);

    private final SeededRandom random = new SeededRandom(SEED);
    private final List<InitFunction> initcalls = new ArrayList<>();

    private ReferenceMachine() {}

    /** The machine on such a host. */
    public static Scenario on(HostNoise host) {
        String clocksource = host == HostNoise.TICKS ? "jiffies" : "arch_sys_counter";
        return new Scenario(
                "The reference machine, " + host, new ReferenceMachine().machine(clocksource), host.noise(), null);
    }

    private Machine machine(String clocksource) {
        initcalls.add(known(InitcallMacro.FS_INITCALL, "clocksource_done_booting", Nanos.ofMicros(3)));
        for (int i = 0; i < SMALL - 1; i++) {
            add(LEVELS.get(random.below(LEVELS.size())), "small_" + i + "_init", drawn(6_000, 1.2));
        }
        for (int i = 0; i < DRIVERS; i++) {
            add(InitcallMacro.DEVICE_INITCALL, "driver_" + i + "_init", drawn(1_800_000, 1.18));
        }
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "longest_init", Nanos.ofMillis(180)));
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "known_100ms_init", Nanos.ofMillis(100)));
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "known_20ms_init", Nanos.ofMillis(20)));
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "known_5ms_init", Nanos.ofMillis(5)));
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "known_1ms_init", Nanos.ofMillis(1)));
        initcalls.add(known(InitcallMacro.DEVICE_INITCALL, "known_20us_init", Nanos.ofMicros(20)));
        KernelConfig kernel = KernelConfig.of("6.18.2", Arch.ARM64);
        Machine.Ending ending = new Machine.Ending(
                new Nanos(2 * PAUSE.value()), Nanos.ofMillis(30), Nanos.ofMillis(20), PAUSE, "/sbin/init");
        return new Machine(
                "Reference",
                kernel,
                1,
                clocksource,
                null,
                PAUSE,
                List.of(),
                PAUSE,
                Nanos.ZERO,
                PAUSE,
                initcalls,
                List.of(),
                null,
                ending,
                List.of(),
                List.of());
    }

    /** Log-normal around a median. */
    private Nanos drawn(long medianNanos, double spread) {
        return new Nanos((long) StrictMath.rint(medianNanos * StrictMath.exp(spread * random.gaussian())));
    }

    private void add(InitcallMacro macro, String function, Nanos takes) {
        boolean waits = takes.value() >= Nanos.ofMillis(1).value() && random.chance(200);
        Varies varies = waits ? Varies.STEADY : random.chance(50) ? Varies.BIMODAL : null;
        initcalls.add(known(macro, function, takes).varying(varies));
    }

    private static InitFunction known(InitcallMacro macro, String function, Nanos takes) {
        return InitFunction.of(macro, function, takes);
    }
}
