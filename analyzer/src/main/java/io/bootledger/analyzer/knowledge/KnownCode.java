package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;

/**
 * One place in the kernel's source that has an init function of a name, or that becomes a module of a name.
 *
 * @param file from the top of the source tree: {@code drivers/acpi/bus.c}
 * @param kconfig what builds it: symbols without {@code CONFIG_}, {@code &} and, {@code |} or, {@code !} not; {@code y} when always
 *     built, empty when the makefiles do not tell
 * @param levels where it is registered; empty for a module
 * @param kernels places of the {@linkplain CodeKnowledge#kernels() kernels} that have it
 * @param owners the MAINTAINERS sections that fit the file best; empty when none does
 */
public record KnownCode(String file, ByKernel kconfig, ByKernel levels, List<Integer> kernels, List<String> owners) {
    public KnownCode {
        kernels = List.copyOf(kernels);
        owners = List.copyOf(owners);
    }

    /** The directory below {@code arch} that it stands in; empty for what every architecture may have. */
    String architecture() {
        return file.startsWith("arch/") ? file.substring("arch/".length(), file.indexOf('/', "arch/".length())) : "";
    }

    String directory() {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /** The module that a file of this name is linked into when it is the whole of it (KBUILD_MODNAME). */
    String moduleName() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace('-', '_');
    }

    /** Whether it is registered at that level by that kernel, in either half of it. */
    boolean isAt(InitcallLevel level, KernelVersion kernel) {
        for (String one : levels.at(kernel).split("/", -1)) {
            String name = one.endsWith("_sync") ? one.substring(0, one.length() - "_sync".length()) : one;
            if (name.equals(level.toString())) {
                return true;
            }
        }
        return false;
    }
}
