package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes of an init function. */
final class InitcallEdit {
    private static final Nanos TOKEN = Nanos.ofMicros(20);

    private static final Set<String> OF_THE_KERNEL =
            Set.of("populate_rootfs", "clocksource_done_booting", InitFunction.DEFERRED_PROBE);

    private final Machine machine;
    private final String name;

    private InitcallEdit(Machine machine, String name) {
        this.machine = machine;
        this.name = name;
    }

    /**
     * The machine with the change made.
     *
     * @throws IllegalArgumentException when it has no such function, or the value is none
     */
    static Machine of(Machine machine, String name, String property, String value) {
        InitcallEdit edit = new InitcallEdit(machine, name);
        if (machine.initcalls().stream().noneMatch(edit::isIt)) {
            throw new IllegalArgumentException("the machine has no initcall " + name);
        }
        if (!value.isEmpty()
                && List.of("async", "module", "blacklist", "remove").contains(property)) {
            throw new IllegalArgumentException(property + " takes no value");
        }
        return switch (property) {
            case "duration" -> edit.each(timed(TimeChange.parse(value)));
            case "faster" -> edit.faster(TimeChange.faster(value));
            case "returns" -> edit.each(found -> found.returning(number(value)));
            case "fault" -> edit.each(found -> found.failingBy(fault(value)));
            case "async" -> edit.async();
            case "module" -> edit.module();
            case "blacklist" -> Edit.commandLine(machine, "initcall_blacklist=" + name);
            case "remove" -> edit.without();
            default ->
                throw new IllegalArgumentException("an initcall has no \"" + property + "\" to change;"
                        + " expected duration, faster, returns, fault, async, module, blacklist or remove");
        };
    }

    private static int number(String value) {
        try {
            if (!value.matches("-?[0-9]+")) {
                throw new NumberFormatException(value);
            }
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not a whole number that fits an int: \"" + value + "\"", notANumber);
        }
    }

    private static Fault fault(String value) {
        List<String> known = Arrays.stream(Fault.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = known.indexOf(value.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new IllegalArgumentException(
                    "no fault is called \"" + value + "\"; expected one of " + String.join(", ", known));
        }
        return Fault.values()[at];
    }

    private boolean isIt(InitFunction function) {
        return function.function().equals(name);
    }

    private Machine each(UnaryOperator<InitFunction> change) {
        return machine.withInitcalls(
                machine.initcalls().stream()
                        .map(found -> isIt(found) ? change.apply(found) : found)
                        .toList(),
                machine.loads());
    }

    private static UnaryOperator<InitFunction> timed(UnaryOperator<Nanos> change) {
        return found -> found.taking(change.apply(found.takes()));
    }

    /** What lies before it then lies before the next. */
    private Machine without() {
        List<InitFunction> left = new ArrayList<>();
        Nanos gap = Nanos.ZERO;
        for (InitFunction function : machine.initcalls()) {
            Nanos before = gap.plus(function.gap());
            gap = isIt(function) ? before : Nanos.ZERO;
            if (!isIt(function)) {
                left.add(function.after(before));
            }
        }
        return machine.withInitcalls(left, machine.loads());
    }

    /** Its probes too. */
    private Machine faster(UnaryOperator<Nanos> change) {
        List<String> drivers = machine.initcalls().stream()
                .filter(found -> isIt(found) && found.driver() != null)
                .map(InitFunction::driver)
                .toList();
        return each(timed(change))
                .withDevices(machine.devices().stream()
                        .map(found ->
                                drivers.contains(found.driver()) ? found.taking(change.apply(found.takes())) : found)
                        .toList());
    }

    /** What it does itself becomes the probe of a device, on a worker beside the boot; its devices follow. */
    private Machine async() {
        List<Device> devices = new ArrayList<>(machine.devices());
        machine.initcalls().stream().filter(this::isIt).forEach(found -> {
            String driver = found.driver() == null ? name : found.driver();
            devices.add(new Device(
                    name + ".async", null, driver, null, found.takes(), 0, List.of(), false, true, List.of()));
        });
        Machine edited = each(found -> found.probingAsync(found.driver() == null ? name : found.driver())
                .taking(TOKEN));
        return edited.withDevices(devices);
    }

    /** What the kernel itself is made of, or must run at its place, has no CONFIG that could be m. */
    private static void refuseWhatIsNoDriver(InitFunction function) {
        InitcallMacro macro = function.macro();
        boolean early = macro == InitcallMacro.EARLY_INITCALL || macro == InitcallMacro.ROOTFS_INITCALL;
        boolean replaced = macro == InitcallMacro.__INITCALL;
        if (OF_THE_KERNEL.contains(function.function()) || early || !replaced && !macro.isForModules()) {
            throw new IllegalArgumentException(function.function() + " is part of the kernel itself (" + macro
                    + "), no driver that can be a module");
        }
    }

    private Machine module() {
        machine.initcalls().stream().filter(this::isIt).forEach(InitcallEdit::refuseWhatIsNoDriver);
        List<ModuleLoad> loads = new ArrayList<>(machine.loads());
        machine.initcalls().stream()
                .filter(found -> isIt(found) && !found.loadable())
                .forEach(found -> loads.add(new ModuleLoad(found.modName(), TOKEN, loads.size() + 1, null, null)));
        return machine.withInitcalls(each(InitFunction::asModule).initcalls(), loads);
    }
}
