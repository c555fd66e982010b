package io.bootledger.cli.simulate;

import io.bootledger.reports.json.JsonFieldWriter;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.Image.Entry;
import io.bootledger.simulator.machine.Image.InputSection;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.MacroExpansion;
import java.util.List;

/** How init functions came from their macros into the kernel's arrays, or into modules, as JSON: {@code docs/link.schema.json}. */
public final class LinkJson {
    private static final String SCHEMA = "bootledger/link/v1";

    private final JsonFieldWriter fields;
    private final Machine machine;
    private final Image image;
    private final MacroExpansion expansion;

    private LinkJson(JsonFieldWriter fields, Machine machine) {
        this.fields = fields;
        this.machine = machine;
        this.image = Image.link(machine.kernel(), machine.initcalls());
        this.expansion = new MacroExpansion(machine.kernel());
    }

    /** The document. */
    public static String of(Machine machine) {
        return JsonFieldWriter.document(SCHEMA, fields -> new LinkJson(fields, machine).write());
    }

    private void write() {
        fields.text("release", machine.kernel().release());
        fields.text("arch", machine.kernel().arch());
        fields.number("entry_bytes", machine.kernel().entryBytes());
        fields.flag("relative_entries", machine.kernel().relativeEntries());
        fields.rows("parts", image.parts(), this::part);
        List<InitFunction> modules =
                machine.initcalls().stream().filter(InitFunction::loadable).toList();
        fields.rows("modules", modules, this::module);
    }

    private void part(Image.Part part) {
        fields.text("kind", part instanceof InputSection ? "section" : "boundary");
        fields.text("name", part.name());
        fields.text("address", address(part.address()));
        fields.rows("entries", part instanceof InputSection section ? section.entries() : List.of(), this::entry);
    }

    private void entry(Entry entry) {
        InitFunction function = entry.function();
        fields.text("function", function.function());
        fields.texts("macros", expansion.steps(function.macro()));
        fields.text("module", function.modName());
        fields.text("object", function.object());
        fields.text("level", function.macro().level());
        fields.text("symbol", entry.symbol());
        fields.text("address", address(entry.address()));
        fields.text("called", entry.called());
    }

    private void module(InitFunction function) {
        fields.text("module", function.modName());
        fields.text("function", function.function());
        fields.text("macro", function.macro());
        fields.text("object", function.object());
        fields.text("exit", function.exit());
    }

    private String address(long address) {
        return machine.kernel().arch().address(address);
    }
}
