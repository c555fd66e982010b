package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.ReportedDuration.Unit;
import io.bootledger.traces.event.call.BlacklistEntryAdded;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code init/main.c} prints about initcalls since 2.6.26. */
final class InitcallMessages {
    private static final InitcallSymbol NAMELESS = new InitcallSymbol("", "unknown", null, null, null);

    static final List<Row<?>> ROWS = List.of(
            // do_one_initcall; since 4.17 trace_initcall_start_cb. Two blanks in every version; pasted text has one.
            row(InitcallStarted.class, since("2.6.28"), "calling  %pS @ %i")
                    .scan(InitcallScan::started)
                    .write(event ->
                            event.pid() == null || old(event.symbol()) ? null : fields(event.symbol(), event.pid()))
                    .samples(
                            "calling  migration_init+0x0/0x6b @ 1",
                            "calling  con_init+0x0/0x239 @ 0",
                            "calling  ideapad_acpi_driver_init+0x0/0x1000 [ideapad_laptop] @ 311",
                            "calling  __initstub__kmod_pci_dma__250_136_pci_iommu_initrootfs+0x0/0x8 @ 1",
                            "calling  0xffffffff81d3a5c2 @ 1")
                    .variants("calling pl011_init+0x1/0x38 @ 1", "calling  migration_init+0x0/0x6b @ 1systemd[1]"),

            // do_one_initcall; since 4.17 trace_initcall_finish_cb. Up to 5.17 "usecs" are ns>>10.
            row(InitcallFinished.class, since("2.6.28"), "initcall %pS returned %d after %lld usecs")
                    .scan(InitcallScan::finished)
                    .write(event -> whole(event, Unit.USECS))
                    .samples(
                            "initcall tracer_init_tracefs+0x0/0x1b3 returned 0 after 211 usecs",
                            "initcall pl011_init+0x1/0x38 returned 0 after 9765 usecs",
                            "initcall amd_ibs_init+0x0/0x390 returned -19 after 0 usecs",
                            "initcall ideapad_acpi_driver_init+0x0/0x1000 [ideapad_laptop] returned 0 after 69751 usecs",
                            "initcall 0xffffffff81d3a5c2 returned 0 after 3 usecs")
                    .variants(
                            "initcall ideapad_acpi_driver_init+0x0/0x1000 [ideapad_laptop] returned 0 after 69751 usecssg"),

            // do_one_initcall
            row(InitcallStarted.class, between("2.6.26", "2.6.28"), "calling  %pS")
                    .read(in -> new InitcallStarted(in.symbol(0), null))
                    .write(event -> old(event.symbol()) ? null : fields(event.symbol()))
                    .samples("calling  videodev_init+0x0/0x7d"),

            // do_one_initcall of 2.6.26-rc1 and -rc2
            row(InitcallStarted.class, UNRELEASED, "calling  %pS()")
                    .read(in -> new InitcallStarted(in.symbol(0), null))
                    .variants("calling  net_ns_init+0x0/0x12a()"),

            // do_one_initcall; "msecs" are ns>>20.
            row(InitcallFinished.class, between("2.6.26", "2.6.28"), "initcall %pS returned %d after %lld msecs")
                    .read(in -> finished(in.symbol(0), in.integer(1), in.number(2)))
                    .write(event -> whole(event, Unit.MSECS))
                    .samples("initcall saa7134_init+0x0/0x4a returned 0 after 149 msecs"),

            // do_one_initcall of 2.6.26-rc1 and -rc2
            row(InitcallFinished.class, UNRELEASED, "initcall %pS() returned %d after %lld msecs")
                    .read(in -> finished(in.symbol(0), in.integer(1), in.number(2)))
                    .variants("initcall net_ns_init+0x0/0x12a() returned 0 after 0 msecs"),

            // do_one_initcall of a 2.6.26 without CONFIG_KALLSYMS, which prints no other word
            row(InitcallFinished.class, UNRELEASED, " returned %d after %lld msecs")
                    .read(in -> finished(NAMELESS, in.integer(0), in.number(1)))
                    .write(event -> event.symbol().text().isEmpty() ? nameless(event) : null)
                    .samples(" returned 0 after 0 msecs"),

            // do_one_initcall; every complaint is followed by a blank. Up to 3.9 also "error code -22 ".
            row(InitcallMisbehaved.class, since("2.6.26"), "initcall %pS returned with %s ")
                    .read(in -> new InitcallMisbehaved(in.symbol(0), in.text(1)))
                    .write(event -> old(event.symbol()) ? null : fields(event.symbol(), event.complaint()))
                    .samples(
                            "initcall foo_init+0x0/0x10 returned with preemption imbalance ",
                            "initcall foo_init+0x0/0x10 [foo] returned with preemption imbalance disabled interrupts ",
                            "initcall pcie_init+0x0/0x24 returned with error code -22 "),

            // initcall_blacklisted
            row(InitcallBlacklisted.class, since("3.16"), "initcall %s blacklisted")
                    .read(in -> new InitcallBlacklisted(in.text(0)))
                    .write(event -> fields(event.function()))
                    .samples("initcall loop_init blacklisted"),

            // initcall_blacklist
            row(BlacklistEntryAdded.class, since("3.16"), "blacklisting initcall %s")
                    .read(in -> new BlacklistEntryAdded(in.text(0)))
                    .write(event -> fields(event.function()))
                    .samples("blacklisting initcall loop_init"),

            // trace_initcall_level_cb
            row(LevelEntered.class, since("6.16"), "entering initcall level: %s")
                    .read(in -> level(in.text(0)))
                    .write(event -> fields(event.level()))
                    .samples("entering initcall level: console", "entering initcall level: postcore"),

            // include/trace/events/initcall.h; 4.17 and later. trace-cmd pads the name with blanks.
            row(LevelEntered.class, UNRELEASED, "initcall_level: level=%s")
                    .read(in -> level(in.text(0)))
                    .variants("initcall_level: level=console"),
            row(InitcallStarted.class, UNRELEASED, "initcall_start: func=%pS")
                    .read(in -> new InitcallStarted(in.symbol(0), null))
                    .variants(
                            "initcall_start: func=fuse_len_args+0x0/0x30 [fuse]",
                            "initcall_start:       func=0xffffffff81234560"),
            row(InitcallFinished.class, UNRELEASED, "initcall_finish: func=%pS ret=%d")
                    .read(in -> new InitcallFinished(in.symbol(0), in.integer(1), null))
                    .write(event -> event.returnValue() == null || event.reported() != null || old(event.symbol())
                            ? null
                            : fields(event.symbol(), event.returnValue()))
                    .samples("initcall_finish: func=wmidev_evaluate_method+0x46/0x100 [wmi] ret=0"));

    private static InitcallFinished finished(InitcallSymbol symbol, int returned, long millis) {
        return new InitcallFinished(symbol, returned, ReportedDuration.msecs(millis));
    }

    private static @Nullable MessageFields whole(InitcallFinished event, Unit unit) {
        Long reported = reported(event, unit);
        return event.symbol().text().isEmpty() || old(event.symbol()) || event.returnValue() == null || reported == null
                ? null
                : fields(event.symbol(), event.returnValue(), reported);
    }

    private static @Nullable MessageFields nameless(InitcallFinished event) {
        Long reported = reported(event, Unit.MSECS);
        return event.returnValue() == null || reported == null ? null : fields(event.returnValue(), reported);
    }

    private static @Nullable Long reported(InitcallFinished event, Unit unit) {
        return event.reported() != null && event.reported().unit() == unit
                ? Long.valueOf(event.reported().value())
                : null;
    }

    /** Whether the message gave the address too, as none does since 2.6.26. */
    private static boolean old(InitcallSymbol symbol) {
        return symbol.address() != null;
    }

    private static @Nullable LevelEntered level(String name) {
        InitcallLevel level = InitcallLevel.ofName(name);
        return level == null ? null : new LevelEntered(level);
    }

    private InitcallMessages() {}
}
