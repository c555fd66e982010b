package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.UNRELEASED;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;
import static io.bootledger.traces.message.Versions.until;

import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.machine.ConsoleDisabled;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import java.util.ArrayList;
import java.util.List;

/** What {@code kernel/printk/printk.c} prints about consoles, and about what did not get through. */
final class ConsoleMessages {
    /** How each era begins the messages about consoles. */
    private record Era(Versions versions, String prefix) {}

    private static final List<Era> ERAS = List.of(
            new Era(since("6.7"), "printk: legacy "),
            new Era(between("4.20", "6.7"), "printk: "),
            new Era(until("4.20"), ""));

    static List<Row<?>> rows() {
        List<Row<?>> rows = new ArrayList<>();
        for (Era era : ERAS) {
            rows.add(enabled(era, "console", false));
            rows.add(enabled(era, "bootconsole", true));
            rows.add(disabled(era, "console", false));
            rows.add(disabled(era, "bootconsole", true));
        }
        rows.add(ENABLED_FOR_GOOD);
        rows.add(LOST);
        return rows;
    }

    /** {@code register_console}. */
    private static Row<ConsoleEnabled> enabled(Era era, String word, boolean boot) {
        return row(ConsoleEnabled.class, era.versions, era.prefix + word + " [%s] enabled")
                .read(in -> new ConsoleEnabled(in.text(0), boot))
                .write(event -> event.bootConsole() == boot ? fields(event.console()) : null)
                .samples(era.prefix + word + " [ttyS0] enabled");
    }

    /** {@code unregister_console}. */
    private static Row<ConsoleDisabled> disabled(Era era, String word, boolean boot) {
        return row(ConsoleDisabled.class, era.versions, era.prefix + word + " [%s] disabled")
                .read(in -> new ConsoleDisabled(in.text(0), boot))
                .write(event -> event.bootConsole() == boot ? fields(event.console()) : null)
                .samples(era.prefix + word + " [earlycon0] disabled");
    }

    /** {@code register_console} up to 3.10, when a boot console hands over. */
    private static final Row<?> ENABLED_FOR_GOOD = row(
                    ConsoleEnabled.class, UNRELEASED, "console [%s] enabled, bootconsole disabled")
            .read(in -> new ConsoleEnabled(in.text(0), false))
            .variants("console [ttyS0] enabled, bootconsole disabled");

    /** {@code console_unlock}; a message may follow on the same line. */
    private static final Row<?> LOST = row(MessagesLost.class, since("3.10"), "** %lu printk messages dropped **%*")
            .read(in -> new MessagesLost(in.number(0)))
            .write(event -> fields(event.count()))
            .samples("** 27 printk messages dropped **")
            .variants("** 27 printk messages dropped ** smp: Bringing up secondary CPUs ...");

    private ConsoleMessages() {}
}
