package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;

import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ModuleTainted;
import java.util.ArrayList;
import java.util.List;

/** What the module loader prints: {@code kernel/module.c}, since 5.19 {@code kernel/module/main.c}. */
final class ModuleMessages {
    private static final List<Row<?>> SUSPICIOUS = List.of(
            // sys_init_module, since 3.8 do_init_module; one record of two lines, and a stack dump
            row(
                            ModuleInitSuspicious.class,
                            between("2.6.25", "3.8"),
                            "sys_init_module: '%s'->init suspiciously returned %d, it should follow 0/-E convention\nsys_init_module: loading module anyway...")
                    .read(in -> new ModuleInitSuspicious(in.text(0), in.integer(1)))
                    .write(event -> fields(event.module(), event.returnValue()))
                    .samples(
                            "sys_init_module: 'led'->init suspiciously returned 245, it should follow 0/-E convention\nsys_init_module: loading module anyway..."),
            row(
                            ModuleInitSuspicious.class,
                            between("3.8", "7.1"),
                            "do_init_module: '%s'->init suspiciously returned %d, it should follow 0/-E convention\ndo_init_module: loading module anyway...")
                    .read(in -> new ModuleInitSuspicious(in.text(0), in.integer(1)))
                    .write(event -> fields(event.module(), event.returnValue()))
                    .samples(
                            "do_init_module: 'led'->init suspiciously returned 245, it should follow 0/-E convention\ndo_init_module: loading module anyway..."),
            row(
                            ModuleInitSuspicious.class,
                            since("7.1"),
                            "%s: init suspiciously returned %d, it should follow 0/-E convention")
                    .read(in -> new ModuleInitSuspicious(in.text(0), in.integer(1)))
                    .write(event -> fields(event.module(), event.returnValue()))
                    .samples("led: init suspiciously returned 245, it should follow 0/-E convention"));

    /** How the reason for a refusal begins, and a real line. */
    private static final String[][] REFUSALS = {
        // same_magic; check_version; find_module_sections
        {
            "version magic ",
            "led: version magic '6.1.0 SMP' should be '6.1.0-50-cloud-amd64 SMP preempt mod_unload modversions '"
        },
        {"disagrees about version of symbol ", "led: disagrees about version of symbol module_layout"},
        {"No module found in object", "led: No module found in object"},
    };

    private static final String SIZE = ".gnu.linkonce.this_module section ";

    /** How the reason for a taint begins, and a real line. */
    private static final String[][] TAINTS = {
        // check_modinfo; load_module; set_license
        {"loading out-of-tree module taints kernel", "led: loading out-of-tree module taints kernel."},
        {
            "module verification failed",
            "led: module verification failed: signature and/or required key missing - tainting kernel"
        },
        {"module license ", "led: module license 'Proprietary' taints kernel."},
        {
            "module is from the staging directory",
            "led: module is from the staging directory, the quality is unknown, you have been warned."
        },
    };

    static List<Row<?>> rows() {
        List<Row<?>> rows = new ArrayList<>(SUSPICIOUS);
        // elf_validity_cache_index_mod, since 6.4
        rows.add(
                row(ModuleRejected.class, ALL, "module %s: %[" + SIZE + "]")
                        .read(in -> new ModuleRejected(in.text(0), in.text(1)))
                        .write(event -> event.reason().startsWith(SIZE) ? fields(event.module(), event.reason()) : null)
                        .samples(
                                "module led: .gnu.linkonce.this_module section size must match the kernel's built struct module size at run time"));
        for (String[] refusal : REFUSALS) {
            rows.add(row(ModuleRejected.class, ALL, "%s: %[" + refusal[0] + "]")
                    .read(in -> new ModuleRejected(in.text(0), in.text(1)))
                    .write(event -> fields(event.module(), event.reason()))
                    .samples(refusal[1]));
        }
        for (String[] taint : TAINTS) {
            rows.add(row(ModuleTainted.class, ALL, "%s: %[" + taint[0] + "]")
                    .read(in -> new ModuleTainted(in.text(0), in.text(1)))
                    .write(event -> fields(event.module(), event.reason()))
                    .samples(taint[1]));
        }
        return rows;
    }

    private ModuleMessages() {}
}
