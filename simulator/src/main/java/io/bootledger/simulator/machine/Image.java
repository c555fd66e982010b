package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A linked kernel: the entries of all built-in initcalls in one array, each level's behind its boundary symbol
 * ({@code include/asm-generic/vmlinux.lds.h}, {@code INIT_CALLS}, {@code CON_INITCALL}). Within a section the entries keep the
 * order of the objects on the linker's command line, which is the order of the makefiles.
 *
 * @param arch the machine's architecture
 * @param entries by address
 * @param end the address behind the last entry of the levels, where the console's begin
 * @param stride bytes from one entry to the next
 */
public record Image(Arch arch, List<Entry> entries, long end, int stride) {
    /** The sections in the order of the linker script. */
    private static final List<InitcallMacro> INIT_CALLS = List.of(
            InitcallMacro.EARLY_INITCALL,
            InitcallMacro.PURE_INITCALL,
            InitcallMacro.CORE_INITCALL,
            InitcallMacro.CORE_INITCALL_SYNC,
            InitcallMacro.POSTCORE_INITCALL,
            InitcallMacro.POSTCORE_INITCALL_SYNC,
            InitcallMacro.ARCH_INITCALL,
            InitcallMacro.ARCH_INITCALL_SYNC,
            InitcallMacro.SUBSYS_INITCALL,
            InitcallMacro.SUBSYS_INITCALL_SYNC,
            InitcallMacro.FS_INITCALL,
            InitcallMacro.FS_INITCALL_SYNC,
            InitcallMacro.ROOTFS_INITCALL,
            InitcallMacro.DEVICE_INITCALL,
            InitcallMacro.DEVICE_INITCALL_SYNC,
            InitcallMacro.LATE_INITCALL,
            InitcallMacro.LATE_INITCALL_SYNC,
            InitcallMacro.CONSOLE_INITCALL);

    /**
     * One pointer of the array.
     *
     * @param address of the pointer
     * @param symbol of the pointer: {@code __initcall__kmod_acpi__304_1445_acpi_init4}
     * @param called the symbol of the function that it points to: the init function, or an LTO kernel's stub
     */
    public record Entry(long address, String symbol, String called, InitFunction function) {}

    /** Links the built-in functions of objects that stand in makefile order. */
    public static Image link(KernelConfig config, List<InitFunction> objects) {
        SymbolStyle style = SymbolStyle.of(config.version());
        boolean stubs = config.lto() && style == SymbolStyle.KMOD;
        long address = config.arch().initSection();
        long end = address;
        List<Entry> entries = new ArrayList<>();
        for (InitcallMacro section : INIT_CALLS) {
            end = section == InitcallMacro.CONSOLE_INITCALL ? address : end;
            for (InitFunction function : objects) {
                if (!function.loadable() && function.macro().section().equals(section.section())) {
                    int counter = 100 + Names.number(function.modName(), 900);
                    String called = stubs ? SymbolStyle.stub(function, counter) : function.function();
                    entries.add(new Entry(address, style.entry(function, counter), called, function));
                    address += config.entryBytes();
                }
            }
        }
        return new Image(config.arch(), List.copyOf(entries), end, config.entryBytes());
    }

    /** The entries of a level, in order of address. */
    public List<Entry> level(InitcallLevel level) {
        return entries.stream()
                .filter(entry -> entry.function.macro().level() == level)
                .toList();
    }

    /** Where each level's entries begin, in order; an empty level begins where the next one does. */
    Map<InitcallLevel, Long> boundaries() {
        Map<InitcallLevel, Long> starts = new EnumMap<>(InitcallLevel.class);
        long next = end;
        for (int level = InitcallLevel.LATE.ordinal(); level > InitcallLevel.CONSOLE.ordinal(); level--) {
            InitcallLevel at = InitcallLevel.values()[level];
            next -= (long) stride * level(at).size();
            starts.put(at, next);
        }
        return starts;
    }

    /** Where the console's entries end. */
    long consoleEnd() {
        return end + (long) stride * level(InitcallLevel.CONSOLE).size();
    }
}
