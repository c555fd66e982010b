package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Config;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitFunction.Varies;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Machine.Ending;
import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.machine.Says;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A machine that nobody has built, from a seed: any kernel, any mixture of what can happen at boot. */
public final class RandomMachine {
    private static final List<String> RELEASES = List.of(
            "2.6.32-5-686",
            "3.2.7",
            "3.10.99",
            "4.4.0",
            "4.9.115",
            "4.15.18",
            "4.19.0-27-amd64",
            "5.4.12",
            "5.10.0-32-cloud-amd64",
            "5.15.85",
            "6.1.0-50-cloud-amd64",
            "6.6.87",
            "6.12.107",
            "6.18.2",
            "7.2.13+deb14-cloud-amd64");
    private static final List<String> STEMS = List.of(
            "acme", "foo", "vgadget", "net9p", "crc32x", "spi_nor", "ledtrig", "mtd2", "tty0", "x25", "rtc_z", "init6");
    private static final List<String> ENDINGS =
            List.of("_init", "_driver_init", "_module_init", "_setup", "_init6", "_init7s");
    private static final List<Integer> ERRORS = List.of(-19, -19, -19, -6, -22, -16, -5, -110, -517, 1, 62);
    /** Of every version. */
    private static final List<InitcallMacro> SOMEWHERE = Arrays.stream(InitcallMacro.values())
            .filter(macro -> macro != InitcallMacro.SECURITY_INITCALL)
            .toList();

    private final SeededRandom random;
    private final SeededRandom later;
    private final List<String> drivers = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private int named;

    private RandomMachine(long seed) {
        this.random = new SeededRandom(seed);
        this.later = SeededRandom.of(seed, "what was added later");
    }

    /** The machine of a seed. */
    public static Scenario of(long seed) {
        RandomMachine drawn = new RandomMachine(seed);
        Machine machine = drawn.machine();
        Noise noise = new Noise(drawn.random.below(60), drawn.random.below(20), drawn.random.below(10));
        long cut = drawn.random.chance(60) ? drawn.random.between(5, 80) : 0;
        return new Scenario("Random machine " + seed, machine, noise, new LogDamage(cut, 0, 0));
    }

    private Machine machine() {
        List<InitFunction> initcalls = initcalls();
        List<Device> devices = devices();
        KernelConfig kernel = kernel(initcalls);
        String name = random.chance(700) ? "Acme Board " + random.below(100) : null;
        int cpus = 1 + random.below(8);
        return new Machine(
                name,
                kernel,
                cpus,
                random.pick(List.of("tsc", "hpet", "arch_sys_counter", "kvm-clock")),
                random.chance(800)
                        ? new Console("ttyS0", random.chance(300) ? 115_200 : 0, 8, null, later.chance(300))
                        : null,
                time(5_000_000),
                says(),
                time(50_000_000),
                time(80_000_000),
                time(5_000_000),
                initcalls,
                devices,
                random.chance(700)
                        ? new Initramfs(random.between(500, 20_000), time(900_000_000), Initramfs.USUAL_MESSAGE)
                        : null,
                new Ending(
                        time(300_000_000),
                        time(90_000),
                        time(90_000),
                        time(90_000),
                        random.chance(950) ? "/sbin/init" : null),
                loads(),
                clocks(cpus));
    }

    private KernelConfig kernel(List<InitFunction> initcalls) {
        StringBuilder words = new StringBuilder("initcall_debug console=ttyS0");
        if (random.chance(200)) {
            words.append(" initcall_blacklist=")
                    .append(random.pick(initcalls).function())
                    .append(",no_such_function");
        }
        String release = random.pick(RELEASES);
        Arch arch = random.pick(List.of(Arch.values()));
        return new KernelConfig(
                release,
                arch.isOf(Objects.requireNonNull(KernelVersion.of(release))) ? arch : Arch.ARM,
                null,
                random.pick(List.of(100, 250, 300, 1_000)),
                words.toString(),
                true,
                null,
                random.chance(300),
                random.chance(150),
                false,
                null,
                null,
                random.chance(100) ? 4 + random.below(8) : 0,
                0,
                0,
                random.chance(200) ? (Integer) 2_000 : null);
    }

    private List<InitFunction> initcalls() {
        List<InitFunction> functions = new ArrayList<>();
        int count = 3 + random.below(50);
        for (int index = 0; index < count; index++) {
            functions.add(function(random.pick(SOMEWHERE)));
        }
        part(functions, InitcallMacro.FS_INITCALL, "clocksource_done_booting", 950);
        part(functions, InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", 900);
        part(functions, InitcallMacro.LATE_INITCALL, "deferred_probe_initcall", 950);
        return functions;
    }

    private void part(List<InitFunction> functions, InitcallMacro macro, String function, int perMille) {
        if (random.chance(perMille)) {
            functions.add(random.below(functions.size() + 1), InitFunction.of(macro, function, time(100_000)));
        }
    }

    private InitFunction function(InitcallMacro macro) {
        boolean loadable = macro == InitcallMacro.MODULE_INIT && random.chance(600);
        String name = random.chance(60) ? "mod_init" : random.pick(STEMS) + named++ + random.pick(ENDINGS);
        String module = loadable ? "m" + modules.size() + "_" + random.pick(STEMS) : null;
        String driver = random.chance(250) ? "drv" + drivers.size() : null;
        if (driver != null) {
            drivers.add(driver);
        }
        List<String> requests =
                loadable && !modules.isEmpty() && random.chance(150) ? List.of(random.pick(modules)) : List.of();
        List<String> depends =
                loadable && !modules.isEmpty() && later.chance(200) ? List.of(later.pick(modules)) : List.of();
        if (module != null) {
            modules.add(module);
        }
        return new InitFunction(
                macro,
                name,
                module,
                loadable ? Config.M : Config.Y,
                null,
                null,
                0,
                1 + random.below(0x1000),
                time(300_000),
                time(random.chance(100) ? 400_000_000 : 900_000),
                random.chance(150) ? random.pick(ERRORS) : 0,
                says(),
                driver,
                random.chance(100),
                requests,
                fault(macro),
                random.chance(200) ? random.pick(List.of(Varies.values())) : null,
                List.of(),
                List.of(),
                List.of(),
                depends);
    }

    private @Nullable Fault fault(InitcallMacro macro) {
        if (macro == InitcallMacro.CONSOLE_INITCALL || !random.chance(20)) {
            return null;
        }
        return random.pick(List.of(Fault.values()));
    }

    private List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        for (String driver : drivers) {
            int count = random.below(3);
            for (int index = 0; index < count; index++) {
                String name =
                        random.chance(500) ? "0000:00:" + (10 + devices.size()) + "." + index : driver + "." + index;
                List<String> needs = !devices.isEmpty() && random.chance(350)
                        ? List.of(random.chance(900) ? random.pick(devices).name() : "nowhere")
                        : List.of();
                int returns = random.chance(200) ? random.pick(List.of(-19, -6, -5, -22)) : 0;
                devices.add(new Device(
                        name,
                        null,
                        driver,
                        null,
                        time(5_000_000),
                        returns,
                        needs,
                        random.chance(500),
                        random.chance(150),
                        says()));
            }
        }
        if (random.chance(500)) {
            Collections.reverse(devices);
        }
        return devices;
    }

    private List<ModuleLoad> loads() {
        List<ModuleLoad> loads = new ArrayList<>();
        int loaders = 1 + random.below(4);
        for (String module : modules) {
            if (random.chance(900)) {
                ModuleLoad.Build build = random.chance(80) ? random.pick(List.of(ModuleLoad.Build.values())) : null;
                loads.add(new ModuleLoad(module, time(2_000_000), 1 + random.below(loaders), null, build));
            }
        }
        loads.addAll(again(loads));
        return loads;
    }

    private List<Nanos> clocks(int cpus) {
        return IntStream.range(1, later.chance(150) ? cpus : 1)
                .mapToObj(cpu -> new Nanos(later.between(0, 20_000_000)))
                .toList();
    }

    /** Loaders that load what others load. */
    private List<ModuleLoad> again(List<ModuleLoad> loads) {
        return loads.stream()
                .filter(load -> later.chance(200))
                .map(load -> new ModuleLoad(
                        load.module(),
                        new Nanos(load.after().value() + later.between(0, 1_000_000)),
                        5 + later.below(3),
                        null,
                        load.build()))
                .toList();
    }

    private List<Says> says() {
        List<Says> says = new ArrayList<>();
        while (random.chance(250)) {
            says.add(new Says(
                    time(200_000), random.pick(List.of(3, 4, 5, 6, 7)), "acme: message " + random.below(1_000)));
        }
        return says;
    }

    private Nanos time(long belowNanos) {
        return random.chance(50) ? Nanos.ZERO : new Nanos(random.between(0, belowNanos));
    }
}
