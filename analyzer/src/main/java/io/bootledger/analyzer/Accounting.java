package io.bootledger.analyzer;

import io.bootledger.analyzer.ledger.Bookkeeper;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.Mark;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the boot's time really went, nothing counted twice.
 *
 * @param nesting what ran inside what, and the self times
 * @param ledger every microsecond of the boot thread; null for a log without time stamps
 * @param deferrals devices whose probe was put off
 * @param observer what printing the log cost; null when the log does not tell
 */
public record Accounting(
        Nesting nesting,
        @Nullable Ledger ledger,
        List<Deferral> deferrals,
        @Nullable ObserverEffect observer) {

    public static Accounting of(
            Timeline timeline, Milestones milestones, List<Mark> marks, Printed printed, @Nullable String commandLine) {
        Nesting nesting = Nesting.of(timeline);
        return new Accounting(
                nesting,
                Bookkeeper.balance(timeline, nesting, marks, milestones),
                Deferral.of(timeline),
                ObserverEffect.of(timeline.initcalls(), printed, commandLine));
    }

    /** Of a timeline alone, where nothing else is known. */
    public static Accounting of(Timeline timeline, Milestones milestones) {
        return of(timeline, milestones, List.of(), new Printed(0, 0), null);
    }
}
