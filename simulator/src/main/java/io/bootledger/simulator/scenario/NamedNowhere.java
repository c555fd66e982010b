package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitWait;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.WorkItem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name by which a scenario means something that is nowhere in it. A device that {@code needs} what is not there is none: it waits
 * for that in vain, as it would.
 *
 * @param pointer where it stands, as a JSON pointer
 * @param name what is there, and what could be
 * @param sentence what is wrong with it
 */
record NamedNowhere(String pointer, StrayName name, String sentence) {
    /** The first one; null for none. */
    static @Nullable NamedNowhere in(Machine machine) {
        return Stream.of(loads(machine), devices(machine), waits(machine))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable NamedNowhere loads(Machine machine) {
        List<String> modules = machine.initcalls().stream()
                .filter(InitFunction::loadable)
                .map(InitFunction::modName)
                .toList();
        for (int at = 0; at < machine.loads().size(); at++) {
            String module = machine.loads().get(at).module();
            if (!modules.contains(module)) {
                return of(
                        "/machine/loads/" + at + "/module",
                        module,
                        modules,
                        "no initcall is of a module ",
                        " (config: m)");
            }
        }
        return null;
    }

    private static @Nullable NamedNowhere devices(Machine machine) {
        List<String> drivers = machine.initcalls().stream()
                .map(InitFunction::driver)
                .filter(Objects::nonNull)
                .toList();
        for (int at = 0; at < machine.devices().size(); at++) {
            Device device = machine.devices().get(at);
            if (!drivers.contains(device.driver())) {
                return of(
                        "/machine/devices/" + at + "/driver",
                        device.driver(),
                        drivers,
                        "no initcall registers a driver ",
                        "");
            }
            List<String> before =
                    machine.devices().subList(0, at).stream().map(Device::name).toList();
            if (device.parent() != null && !before.contains(device.parent())) {
                return of(
                        "/machine/devices/" + at + "/parent",
                        device.parent(),
                        before,
                        "no device listed before has the name ",
                        "");
            }
        }
        return null;
    }

    private static @Nullable NamedNowhere waits(Machine machine) {
        List<String> work = names(machine.initcalls().stream().flatMap(each -> each.queues().stream()));
        List<String> tests = names(machine.initcalls().stream().flatMap(each -> each.algorithms().stream()));
        for (int at = 0; at < machine.initcalls().size(); at++) {
            List<InitWait> waits = machine.initcalls().get(at).waits();
            for (int wait = 0; wait < waits.size(); wait++) {
                String awaited = waits.get(wait).of();
                boolean test = waits.get(wait).what() == InitWait.Awaited.SELF_TEST;
                List<String> known = test ? tests : work;
                if (awaited != null && !known.contains(awaited)) {
                    String none = test ? "no initcall registers an algorithm " : "no initcall queues work ";
                    return of("/machine/initcalls/" + at + "/waits/" + wait + "/of", awaited, known, none, "");
                }
            }
        }
        return null;
    }

    private static List<String> names(Stream<WorkItem> items) {
        return items.map(WorkItem::name).toList();
    }

    private static NamedNowhere of(String pointer, String name, List<String> known, String none, String ending) {
        return new NamedNowhere(pointer, new StrayName(name, known), none + "\"" + name + "\"" + ending);
    }

    /** As messages have it: {@code machine.loads[0].module}. */
    String path() {
        return pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }
}
