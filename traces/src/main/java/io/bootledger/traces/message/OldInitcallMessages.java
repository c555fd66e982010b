package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.until;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code do_initcalls} in {@code init/main.c} prints up to 2.6.25, address first. A kernel without CONFIG_KALLSYMS knows
 * nothing but the address, which then is the symbol.
 */
final class OldInitcallMessages {
    static final List<Row<?>> ROWS = List.of(
            row(InitcallStarted.class, until("2.6.26"), "Calling initcall %p: %pS()")
                    .read(in -> new InitcallStarted(at(in.text(0), in.symbol(1)), null))
                    .write(event -> named(event.symbol()) ? fields(address(event.symbol()), event.symbol()) : null)
                    .samples(
                            "Calling initcall 0xc03bc430: atkbd_init+0x0/0x2c()",
                            "Calling initcall 0xffffffff80748822: cpufreq_tsc+0x0/0x6a()",
                            "Calling initcall 0xc0000000006ea1d0: .tcp_congestion_default+0x0/0x18()"),
            row(InitcallStarted.class, until("2.6.26"), "Calling initcall %p")
                    .read(in -> new InitcallStarted(at(in.text(0)), null))
                    .write(event -> bare(event.symbol()) ? fields(address(event.symbol())) : null)
                    .samples("Calling initcall 0xc03bc430"),

            // 2.5 with -mm patches
            row(InitcallStarted.class, UNRELEASED, "about to call initcall %p")
                    .read(in -> new InitcallStarted(at(in.text(0)), null))
                    .variants("about to call initcall 0xc03a7b30"),
            row(InitcallFinished.class, between("2.6.22", "2.6.26"), "initcall %p: %pS() returned %d.")
                    .read(in -> new InitcallFinished(at(in.text(0), in.symbol(1)), in.integer(2), null))
                    .write(event -> named(event.symbol()) && event.returnValue() != null
                            ? fields(address(event.symbol()), event.symbol(), event.returnValue())
                            : null)
                    .samples(
                            "initcall 0xc0000000006dc650: .scsi_complete_async_scans+0x0/0x1dc() returned 0.",
                            "initcall 0xffffffff80ec0eba: acpi_init+0x0/0x235() returned -19."),
            row(InitcallFinished.class, between("2.6.22", "2.6.26"), "initcall %p returned %d.")
                    .read(in -> new InitcallFinished(at(in.text(0)), in.integer(1), null))
                    .write(event -> bare(event.symbol()) && event.returnValue() != null
                            ? fields(address(event.symbol()), event.returnValue())
                            : null)
                    .samples("initcall 0xc03bc430 returned 0."),
            row(InitcallFinished.class, between("2.6.22", "2.6.26"), "initcall %p ran for %lld msecs: %pS()")
                    .read(in -> new InitcallFinished(
                            at(in.text(0), in.symbol(2)), null, ReportedDuration.msecs(in.number(1))))
                    .write(event -> named(event.symbol()) && event.reported() != null
                            ? fields(address(event.symbol()), event.reported().value(), event.symbol())
                            : null)
                    .samples("initcall 0xffffffff80ec0eba ran for 3 msecs: acpi_init+0x0/0x235()"),

            // Without CONFIG_KALLSYMS the line does not even end, and what is printed next is glued to it.
            row(InitcallFinished.class, between("2.6.22", "2.6.26"), "initcall %p ran for %lld msecs: %.*s")
                    .read(in -> in.text(2).endsWith("()")
                            ? null
                            : new InitcallFinished(at(in.text(0)), null, ReportedDuration.msecs(in.number(1))))
                    .write(event -> bare(event.symbol()) && event.reported() != null
                            ? fields(address(event.symbol()), event.reported().value(), "")
                            : null)
                    .samples("initcall 0xc03bc430 ran for 0 msecs: ")
                    .variants(
                            "initcall 0xffffffff80ebb975 ran for 0 msecs: <4>Clocksource tsc unstable (delta = 707367446 ns)"),
            row(InitcallMisbehaved.class, between("2.6.17", "2.6.26"), "initcall at %p: %pS(): returned with %s")
                    .read(in -> new InitcallMisbehaved(at(in.text(0), in.symbol(1)), in.text(2)))
                    .write(event -> named(event.symbol())
                            ? fields(address(event.symbol()), event.symbol(), event.complaint())
                            : null)
                    .samples("initcall at 0xc03bc430: atkbd_init+0x0/0x2c(): returned with error code -19"),
            row(InitcallMisbehaved.class, between("2.6.17", "2.6.26"), "initcall at %p: returned with %s")
                    .read(in -> new InitcallMisbehaved(at(in.text(0)), in.text(1)))
                    .write(event -> bare(event.symbol()) ? fields(address(event.symbol()), event.complaint()) : null)
                    .samples("initcall at 0xc03bc430: returned with disabled interrupts"),
            row(InitcallMisbehaved.class, until("2.6.17"), "error in initcall at %p: returned with %s")
                    .read(in -> new InitcallMisbehaved(at(in.text(0)), in.text(1)))
                    .write(event -> {
                        String address = event.symbol().address();
                        return address == null ? null : fields(address, event.complaint());
                    })
                    .samples("error in initcall at 0xc03bc430: returned with preemption imbalance"));

    private static InitcallSymbol at(String address, InitcallSymbol symbol) {
        return new InitcallSymbol(symbol.text(), symbol.function(), symbol.module(), address, symbol.stub());
    }

    private static InitcallSymbol at(String address) {
        return new InitcallSymbol(address, address, null, address, null);
    }

    private static String address(InitcallSymbol symbol) {
        return Objects.requireNonNull(symbol.address(), "only what is named or bare is written");
    }

    private static boolean named(InitcallSymbol symbol) {
        return symbol.address() != null && !bare(symbol);
    }

    private static boolean bare(@Nullable InitcallSymbol symbol) {
        return symbol != null && symbol.text().equals(symbol.address());
    }

    private OldInitcallMessages() {}
}
