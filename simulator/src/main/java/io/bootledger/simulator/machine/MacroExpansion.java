package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the preprocessor makes of the macros of init and exit functions ({@code include/linux/init.h}, {@code module.h}). */
public final class MacroExpansion {
    private final KernelConfig config;
    private final KernelVersion version;

    public MacroExpansion(KernelConfig config) {
        this.config = config;
        this.version = config.version();
    }

    /** The macros that a built-in function's one goes through, itself first. */
    public List<String> steps(InitcallMacro macro) {
        List<String> steps = new ArrayList<>(List.of(macro.toString()));
        if (macro == InitcallMacro.MODULE_INIT) {
            steps.add(InitcallMacro.__INITCALL.toString());
        }
        if (macro == InitcallMacro.MODULE_INIT || macro == InitcallMacro.__INITCALL) {
            steps.add(InitcallMacro.DEVICE_INITCALL.toString());
        }
        if (macro.inLevels()) {
            steps.add("__define_initcall");
        }
        if (version.atLeast(4, 19)) {
            steps.add("___define_initcall");
        }
        if (version.atLeast(5, 12)) {
            steps.add("__unique_initcall");
            steps.add("____define_initcall");
        }
        return steps;
    }

    /** What is left of each in the end, with names in place of SECTION, SYMBOL and FUNCTION. */
    public String form() {
        return config.relativeEntries()
                ? "__ADDRESSABLE(FUNCTION) asm(\".section \\\"SECTION\\\", \\\"a\\\"\\nSYMBOL: .long FUNCTION - .\\n.previous\\n\");"
                : "static initcall_t SYMBOL __used __attribute__((__section__(\"SECTION\"))) = FUNCTION;";
    }

    /** The line of {@link #form} that defines an entry. */
    public String entry(Image.Entry entry) {
        return config.relativeEntries()
                ? entry.symbol() + ": .long " + entry.called() + " - ."
                : "initcall_t " + entry.symbol() + " = " + entry.called() + ";";
    }

    /** The function that an LTO kernel's entry points to instead, under a name that the compiler keeps; null for none. */
    public @Nullable String stub(Image.Entry entry) {
        return entry.isStub()
                ? "int __init " + entry.called() + "(void) { return "
                        + entry.function().function() + "(); }"
                : null;
    }

    /** The section in the object file: with LTO each entry's own, put in order by {@code generate_initcall_order.pl}. */
    public String section(Image.Entry entry) {
        InitcallMacro macro = entry.function().macro();
        if (!entry.isStub()) {
            return macro.section();
        }
        String unique = entry.symbol().substring("__initcall__".length());
        return macro.section() + ".."
                + unique.substring(0, unique.length() - macro.id().length());
    }

    /** Where the macros are: {@code module_init} came from init.h with 4.2. */
    public static String headers(KernelVersion version) {
        return version.atLeast(4, 2) ? "include/linux/init.h, include/linux/module.h" : "include/linux/init.h";
    }

    /** Who calls {@code init_module}; up to 3.7 the system call itself. */
    public static String caller(KernelVersion version) {
        return version.atLeast(3, 8) ? "do_init_module" : "sys_init_module";
    }

    /** With {@code -DMODULE}, where every macro of a level is {@code module_init}: what is left, without the check of the type. */
    public List<String> init(String function) {
        return alias("int init_module(void)", "init_module", function, "__initdata");
    }

    /** With {@code -DMODULE}. */
    public List<String> exit(String function) {
        return alias("void cleanup_module(void)", "cleanup_module", function, "__exitdata");
    }

    /**
     * Since 5.0 the alias copies the function's attributes, and since 6.1 a pointer keeps it, as {@code ___ADDRESSABLE} makes one. From
     * 5.13 to 6.0 that was {@code __CFI_ADDRESSABLE}, of which nothing is left without CONFIG_CFI_CLANG.
     */
    private List<String> alias(String declared, String symbol, String function, String section) {
        String copy = version.atLeast(5, 0) ? "__copy(" + function + ") " : "";
        String alias = declared + " " + copy + "__attribute__((alias(\"" + function + "\")));";
        if (!version.atLeast(6, 1)) {
            return List.of(alias);
        }
        String cast = version.atLeast(6, 12) ? "(void *)(uintptr_t)&" : "(void *)&";
        return List.of(
                alias,
                "static void * __used " + section + " __UNIQUE_ID(__addressable_" + symbol + ") = " + cast + symbol
                        + ";");
    }

    /** Built in: a pointer in a section that the linker script discards ({@code EXIT_CALL} in {@code DISCARDS}). */
    public static String exitBuiltIn(String function) {
        return "static exitcall_t __exitcall_" + function
                + " __used __attribute__((__section__(\".exitcall.exit\"))) = " + function + ";";
    }
}
