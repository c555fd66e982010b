package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The macros that register an init function ({@code include/linux/init.h}, {@code include/linux/module.h}). The id is the end
 * of the section name {@code .initcall<id>.init} and of the entry's symbol.
 */
public enum InitcallMacro {
    EARLY_INITCALL("early"),
    PURE_INITCALL("0"),
    CORE_INITCALL("1"),
    CORE_INITCALL_SYNC("1s"),
    POSTCORE_INITCALL("2"),
    POSTCORE_INITCALL_SYNC("2s"),
    ARCH_INITCALL("3"),
    ARCH_INITCALL_SYNC("3s"),
    SUBSYS_INITCALL("4"),
    SUBSYS_INITCALL_SYNC("4s"),
    FS_INITCALL("5"),
    FS_INITCALL_SYNC("5s"),
    ROOTFS_INITCALL("rootfs"),
    DEVICE_INITCALL("6"),
    DEVICE_INITCALL_SYNC("6s"),
    LATE_INITCALL("7"),
    LATE_INITCALL_SYNC("7s"),
    CONSOLE_INITCALL("con"),
    /** Up to 4.19, for security modules; later ones are a table ({@code DEFINE_LSM}). Logs and traces have no level for it. */
    SECURITY_INITCALL("con"),
    /** What old drivers write; the same as {@link #DEVICE_INITCALL}. */
    __INITCALL("6"),
    /** {@link #DEVICE_INITCALL} when built in; the module's {@code init_module} when it is loadable. */
    MODULE_INIT("6");

    private final String id;
    private final InitcallLevel level;

    InitcallMacro(String id) {
        this.id = id;
        InitcallLevel named = InitcallLevel.ofId(id);
        if (named == null) {
            throw new IllegalStateException("no initcall level has the id " + id);
        }
        this.level = named;
    }

    /** The id in section and symbol names: {@code 4s}. */
    public String id() {
        return id;
    }

    /** The level in which it runs. */
    public InitcallLevel level() {
        return level;
    }

    /** The section that holds the entries: {@code .initcall4s.init}. */
    public String section() {
        return switch (this) {
            case CONSOLE_INITCALL -> ".con_initcall.init";
            case SECURITY_INITCALL -> ".security_initcall.init";
            default -> ".initcall" + id + ".init";
        };
    }

    /** Whether {@code do_initcalls} or {@code do_pre_smp_initcalls} runs it, and not a loop of its own at pid 0. */
    public boolean inLevels() {
        return level != InitcallLevel.CONSOLE;
    }

    /** Whether {@code -DMODULE} leaves it defined, as {@code module_init}; those that must come so early or late are not. */
    public boolean isForModules() {
        return inLevels() && this != PURE_INITCALL && this != ARCH_INITCALL_SYNC && this != __INITCALL;
    }

    /** Whether a kernel of that version has it. */
    public boolean isOf(KernelVersion version) {
        return this != SECURITY_INITCALL || !version.atLeast(4, 20);
    }

    /** The macro that registers at a level, without {@code _sync}; null for {@link InitcallLevel#MODULE}. */
    public static @Nullable InitcallMacro of(InitcallLevel level) {
        for (InitcallMacro macro : values()) {
            if (macro.level == level) {
                return macro;
            }
        }
        return null;
    }

    /** As it stands in source code: {@code subsys_initcall_sync}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
