package io.bootledger.fuzz.input;

import io.bootledger.simulator.scenario.SeededRandom;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.List;

/** Messages by the kernel's own table, in an order in which no kernel would print them. */
final class Vocabulary {
    private static final List<String> RELEASES =
            List.of("2.6.11", "2.6.26", "3.10.0", "4.14.0", "5.10.0", "6.1.0", "7.2.0");

    private final SeededRandom random;
    private final RandomEvents events;
    private final MessageTable table = new MessageTable();

    Vocabulary(SeededRandom random) {
        this.random = random;
        this.events = new RandomEvents(random);
    }

    /** Some messages; where the table writes none for an event, there is none. */
    List<String> messages() {
        String release = random.pick(RELEASES);
        KernelVersion version = random.chance(200) ? null : KernelVersion.of(release);
        List<String> messages = new ArrayList<>();
        if (random.chance(700)) {
            messages.add("Linux version " + release + " (b@h) (gcc 12) #1 SMP");
        }
        int count = 1 + random.below(20);
        while (count-- > 0) {
            for (BootEvent event : some()) {
                String text = table.write(event, version);
                if (text != null) {
                    messages.addAll(text.lines().toList());
                }
            }
        }
        return messages;
    }

    private List<BootEvent> some() {
        if (!random.chance(500)) {
            return List.of(events.event());
        }
        InitcallStarted start = new InitcallStarted(events.symbol(), random.chance(900) ? 1 : null);
        InitcallFinished end = new InitcallFinished(
                start.symbol(), random.chance(900) ? 0 : -19, ReportedDuration.usecs(random.below(100_000)));
        return random.chance(850) ? List.of(start, end) : List.of(start, events.event(), end);
    }
}
