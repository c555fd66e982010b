package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Set;

/**
 * What one kernel's source says.
 *
 * @param initcalls functions that it registers; one of several levels is there with each
 * @param modules what may be a module
 * @param words what its command line understands, and its {@value #SYMBOL} symbols
 */
public record KernelFacts(KernelVersion version, List<Code> initcalls, List<Code> modules, Set<String> words) {
    /** What symbols begin with. */
    public static final String SYMBOL = "CONFIG_";

    public KernelFacts {
        initcalls = List.copyOf(initcalls);
        modules = List.copyOf(modules);
        words = Set.copyOf(words);
    }

    /**
     * A name and where it stands.
     *
     * @param name a function, or a module as in brackets
     * @param kconfig as {@link KnownCode} has it, empty when nothing tells
     * @param level with its half; empty for a module
     * @param owners titles of MAINTAINERS sections
     */
    public record Code(String name, String file, String kconfig, String level, List<String> owners) {
        public Code {
            owners = List.copyOf(owners);
        }
    }
}
