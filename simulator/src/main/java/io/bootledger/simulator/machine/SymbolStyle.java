package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;

/** How the symbol of an initcall's entry is spelled; {@code include/linux/init.h}, {@code __initcall_name}. */
enum SymbolStyle {
    /** Up to 5.11: {@code __initcall_acpi_init4}; those outside the levels have no id. */
    WITH_ID {
        @Override
        String entry(InitFunction function, int counter) {
            InitcallMacro macro = function.macro();
            return "__initcall_" + function.function() + (macro.inLevels() ? macro.id() : "");
        }
    },
    /** Since 5.12: {@code __initcall__kmod_acpi__304_1445_acpi_init4}. */
    KMOD {
        @Override
        String entry(InitFunction function, int counter) {
            return "__initcall_" + unique(function, counter);
        }
    };

    abstract String entry(InitFunction function, int counter);

    /** The name of the generated stub that an LTO kernel calls and prints, since 5.12. */
    static String stub(InitFunction function, int counter) {
        return "__initstub_" + unique(function, counter);
    }

    static SymbolStyle of(KernelVersion version) {
        return version.atLeast(5, 12) ? KMOD : WITH_ID;
    }

    private static String unique(InitFunction function, int counter) {
        return "_kmod_" + function.modName() + "__" + counter + "_" + function.sourceLine() + "_" + function.function()
                + function.macro().id();
    }
}
