package io.bootledger.cli.simulate;

import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.Image.Entry;
import io.bootledger.simulator.machine.Image.InputSection;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.MacroExpansion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the text that has an address: boundary symbols, sections, and the entry of each function. */
final class LinkedArrays {
    private final Image image;
    private final MacroExpansion expansion;
    private final Page page;
    private final String indent;

    LinkedArrays(Image image, Page page) {
        this.image = image;
        this.expansion = new MacroExpansion(image.config());
        this.page = page;
        this.indent = " ".repeat(image.config().arch().address(0).length());
    }

    void write() {
        List<String> empty = new ArrayList<>();
        String before = null;
        for (Image.Part part : image.parts()) {
            if (part instanceof InputSection section && section.entries().isEmpty()) {
                empty.add(section.name());
            } else if (part instanceof InputSection section) {
                String name = section.name() + ", "
                        + Wording.counted(section.entries().size(), "entry", "entries");
                line(address(section.address()), before == null ? name : before + ": " + name);
                entries(section.entries());
                before = null;
            } else {
                boundary(before, part.address());
                before = part.name();
            }
        }
        boundary(before, image.parts().get(image.parts().size() - 1).address());
        page.note("Nothing is in " + String.join(" ", empty) + ".");
    }

    private void boundary(@Nullable String symbol, long address) {
        if (symbol != null) {
            line(address(address), symbol);
        }
    }

    private void entries(List<Entry> entries) {
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            InitFunction function = entry.function();
            String place = entries.size() == 1
                    ? "alone" + (function.object() == null ? "" : ", of " + function.object())
                    : (at + 1) + " of " + entries.size() + ", "
                            + why(at == 0 ? null : entries.get(at - 1).function(), function);
            line(address(entry.address()), "  " + function.macro() + "(" + function.function() + ") " + place);
            line(indent, "    " + expansion.entry(entry));
            String stub = expansion.stub(entry);
            if (stub != null) {
                line(indent, "    " + stub);
                line(indent, "    in " + expansion.section(entry));
            }
        }
    }

    /** Why it stands there: the order of objects on the linker's command line, as far as the scenario names them. */
    private static String why(@Nullable InitFunction before, InitFunction function) {
        String object = function.object();
        if (before == null) {
            return object == null ? "listed first" : object + " is linked first";
        }
        if (object == null || before.object() == null) {
            return "listed behind " + before.function();
        }
        return object.equals(before.object())
                ? "behind " + before.function() + " in " + object
                : object + " is linked behind " + before.object();
    }

    private String address(long address) {
        return image.config().arch().address(address);
    }

    private void line(String address, String text) {
        page.whole("  " + address + "  " + text, Ink.PLAIN);
    }
}
