package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * How the linker script lays out the initcall arrays: {@code INIT_CALLS}, {@code CON_INITCALL} and {@code SECURITY_INITCALL} in
 * {@code include/asm-generic/vmlinux.lds.h}, each a list of boundary symbols and input sections.
 */
final class LinkerScript {
    private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4", "5", "rootfs", "6", "7");

    /** The boundary symbols and input sections of a version, in order of address. */
    static List<String> of(KernelVersion version) {
        List<String> statements = new ArrayList<>(List.of("__initcall_start", InitcallMacro.EARLY_INITCALL.section()));
        boolean levelBoundaries = version.atLeast(3, 4);
        if (!levelBoundaries) {
            statements.add("__early_initcall_end");
        }
        for (String level : LEVELS) {
            if (levelBoundaries) {
                statements.add("__initcall" + level + "_start");
            }
            statements.add(".initcall" + level + ".init");
            if (levelBoundaries || !level.equals("rootfs")) {
                statements.add(".initcall" + level + "s.init");
            }
        }
        statements.add("__initcall_end");
        statements.addAll(
                List.of("__con_initcall_start", InitcallMacro.CONSOLE_INITCALL.section(), "__con_initcall_end"));
        if (InitcallMacro.SECURITY_INITCALL.isOf(version)) {
            statements.addAll(List.of(
                    "__security_initcall_start", InitcallMacro.SECURITY_INITCALL.section(), "__security_initcall_end"));
        }
        return statements;
    }

    /** Whether a statement is an input section; a boundary symbol else. */
    static boolean isSection(String statement) {
        return statement.startsWith(".");
    }

    private LinkerScript() {}
}
