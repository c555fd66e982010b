package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A linked kernel: the entries of all built-in initcalls, laid out as {@link LinkerScript} says. Within a section the entries
 * keep the order of the objects on the linker's command line, which is the order of the makefiles.
 *
 * @param config the kernel's build
 * @param parts in order of address
 */
public record Image(KernelConfig config, List<Part> parts) {
    /** What the linker script names: a symbol in front of the next section, or a section. */
    public sealed interface Part {
        /** The symbol, or the section's name. */
        String name();

        long address();
    }

    /** A symbol by which the kernel finds the beginning or the end of an array. */
    public record BoundarySymbol(String name, long address) implements Part {}

    /** A section of the object files with its entries, by address. */
    public record InputSection(String name, long address, List<Entry> entries) implements Part {}

    /**
     * One pointer of the array.
     *
     * @param address of the pointer
     * @param symbol of the pointer: {@code __initcall__kmod_acpi__304_1445_acpi_init4}
     * @param called the symbol of the function that it points to: the init function, or an LTO kernel's stub
     */
    public record Entry(long address, String symbol, String called, InitFunction function) {
        /** Whether it points to a stub. */
        public boolean isStub() {
            return !called.equals(function.function());
        }
    }

    /** Links the built-in functions of objects that stand in makefile order. */
    public static Image link(KernelConfig config, List<InitFunction> objects) {
        List<Part> parts = new ArrayList<>();
        long address = config.arch().initSection();
        for (String statement : LinkerScript.of(config.version())) {
            if (LinkerScript.isSection(statement)) {
                List<Entry> entries = entries(config, objects, statement, address);
                parts.add(new InputSection(statement, address, entries));
                address += (long) config.entryBytes() * entries.size();
            } else {
                parts.add(new BoundarySymbol(statement, address));
            }
        }
        return new Image(config, List.copyOf(parts));
    }

    private static List<Entry> entries(
            KernelConfig config, List<InitFunction> objects, String section, long firstAddress) {
        SymbolStyle style = SymbolStyle.of(config.version());
        boolean stubs = config.lto() && style == SymbolStyle.KMOD;
        List<Entry> entries = new ArrayList<>();
        for (InitFunction function : objects) {
            if (!function.loadable() && function.macro().section().equals(section)) {
                int counter = 100 + Names.number(function.modName(), 900);
                String called = stubs ? SymbolStyle.stub(function, counter) : function.function();
                long address = firstAddress + (long) config.entryBytes() * entries.size();
                entries.add(new Entry(address, style.entry(function, counter), called, function));
            }
        }
        return List.copyOf(entries);
    }

    /** All entries, by address. */
    public List<Entry> entries() {
        return all().toList();
    }

    /** The entries of a level, by address; security initcalls have none. */
    public List<Entry> level(InitcallLevel level) {
        return all().filter(entry -> entry.function.macro().level() == level
                        && entry.function.macro() != InitcallMacro.SECURITY_INITCALL)
                .toList();
    }

    /** The entries that {@code security_init} runs. */
    public List<Entry> security() {
        return all().filter(entry -> entry.function.macro() == InitcallMacro.SECURITY_INITCALL)
                .toList();
    }

    private Stream<Entry> all() {
        return parts.stream()
                .flatMap(part -> part instanceof InputSection section ? section.entries().stream() : Stream.of());
    }
}
