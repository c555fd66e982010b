package io.bootledger.cli.simulate;

import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.Image.Entry;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.MacroExpansion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a machine's init functions came from their macros into the arrays of the kernel's image, or into modules. */
public final class LinkText {
    private final Machine before;
    private final Machine machine;
    private final KernelConfig kernel;
    private final Image image;
    private final Page page;

    private LinkText(Machine before, Machine machine, TextLayout layout) {
        this.before = before;
        this.machine = machine;
        this.kernel = machine.kernel();
        this.image = image(machine);
        this.page = new Page(layout);
    }

    /**
     * The text for people.
     *
     * @param before the machine before it was changed; an equal one when it was not
     */
    public static String of(Machine before, Machine machine, TextLayout layout) {
        LinkText text = new LinkText(before, machine, layout);
        text.head();
        text.macros();
        text.arrays();
        text.modules();
        text.exits();
        text.vocabulary();
        text.change();
        return text.page.toString();
    }

    private static Image image(Machine machine) {
        return Image.link(machine.kernel(), machine.initcalls());
    }

    private void head() {
        page.whole(
                "Linux " + kernel.release() + " (" + kernel.arch() + "), linked: "
                        + Wording.counted(image.entries().size(), "init function", "init functions") + " built in, "
                        + having(InitFunction::loadable).size() + " in modules",
                Ink.TITLE);
    }

    private void macros() {
        page.title("From the macro to the entry (" + MacroExpansion.headers(kernel.version()) + ")");
        MacroExpansion expansion = new MacroExpansion(kernel);
        Map<List<String>, Set<String>> macros = new LinkedHashMap<>();
        for (Entry entry : image.entries()) {
            List<String> steps = expansion.steps(entry.function().macro());
            macros.computeIfAbsent(steps.subList(1, steps.size()), rest -> new LinkedHashSet<>())
                    .add(steps.get(0));
        }
        macros.forEach((rest, first) -> page.note(String.join(", ", first)
                + rest.stream().map(step -> " -> " + step).collect(Collectors.joining())));
        page.whole("    " + expansion.form(), Ink.PLAIN);
        page.note(entryForm());
    }

    private String entryForm() {
        String stubs = image.entries().stream().anyMatch(Entry::isStub)
                ? " CONFIG_LTO_CLANG has it point to a stub, from a section of its own that keeps the link order."
                : "";
        if (kernel.relativeEntries()) {
            return "An entry holds the function's distance from itself, 4 bytes (PREL32, since 4.19)." + stubs;
        }
        return "An entry is a pointer of " + kernel.entryBytes() + " bytes"
                + (kernel.version().atLeast(4, 19)
                        ? ": " + kernel.arch() + " does not select HAVE_ARCH_PREL32_RELOCATIONS."
                        : ": distances of 4 bytes (PREL32) came with 4.19.")
                + stubs;
    }

    private void arrays() {
        page.title("From the entry to the array (include/asm-generic/vmlinux.lds.h)");
        new LinkedArrays(image, page).write();
        page.note(LevelNames.ofSecurity(kernel.version()));
    }

    private void modules() {
        List<InitFunction> modules = having(InitFunction::loadable);
        if (modules.isEmpty()) {
            return;
        }
        page.title("In modules (-DMODULE): no entry, no level");
        MacroExpansion expansion = new MacroExpansion(kernel);
        for (InitFunction function : modules) {
            page.whole(
                    "  " + function.modName() + ".ko: " + function.macro() + "(" + function.function() + ")",
                    Ink.PLAIN);
            if (function.macro() != InitcallMacro.MODULE_INIT) {
                page.whole("    #define " + function.macro() + "(fn) module_init(fn)", Ink.PLAIN);
            }
            expansion.init(function.function()).forEach(line -> page.whole("    " + line, Ink.PLAIN));
            if (function.exit() != null) {
                expansion.exit(function.exit()).forEach(line -> page.whole("    " + line, Ink.PLAIN));
            }
        }
        page.note(
                "The file's struct module, section .gnu.linkonce.this_module, has .init = init_module and, where there is"
                        + " one, .exit = cleanup_module; " + MacroExpansion.caller(kernel.version())
                        + "() calls the first in the loader's process.");
    }

    private void exits() {
        List<String> exits = having(function -> !function.loadable()).stream()
                .flatMap(function -> Stream.ofNullable(function.exit()))
                .toList();
        if (exits.isEmpty()) {
            return;
        }
        page.title("module_exit of what is built in");
        for (String exit : exits) {
            page.whole("  module_exit(" + exit + ") -> __exitcall", Ink.PLAIN);
            page.whole("    " + MacroExpansion.exitBuiltIn(exit), Ink.PLAIN);
        }
        page.note("It has no effect: the linker script discards .exitcall.exit, and nothing else names the function.");
    }

    private void vocabulary() {
        page.title("Two names for level 0");
        page.note(LevelNames.ofLevelZero(kernel.version()));
    }

    private void change() {
        List<String> sentences = new LinkChange(image(before), image).sentences();
        if (!sentences.isEmpty()) {
            page.title("What the change does to the image");
            sentences.forEach(page::note);
        }
    }

    private List<InitFunction> having(Predicate<InitFunction> what) {
        return machine.initcalls().stream().filter(what).toList();
    }
}
