package io.bootledger.analyzer;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.ledger.Bookkeeper;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.Mark;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.analyzer.ledger.RollUps;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the boot's time really went, nothing counted twice. Each part is made when it is first asked for. */
public final class Accounting {
    private final Later<Nesting> nesting;
    private final Later<@Nullable Ledger> ledger;
    private final Later<List<Deferral>> deferrals;
    private final Later<@Nullable ObserverEffect> observer;
    private final Later<List<RollUp>> subsystems;
    private final ClockDoubts doubts;

    private Accounting(
            Timeline timeline,
            Milestones milestones,
            List<Mark> marks,
            Printed printed,
            @Nullable String commandLine,
            @Nullable SymbolTable symbols,
            ClockDoubts doubts) {
        this.doubts = doubts;
        this.nesting = new Later<>(
                () -> Nesting.of(timeline, CommandLine.of(commandLine).probesAsynchronously()));
        this.ledger = new Later<>(() -> Bookkeeper.balance(timeline, nesting(), marks, milestones, doubts));
        this.deferrals = new Later<>(() -> Deferral.of(timeline));
        this.observer = new Later<>(() -> ObserverEffect.of(timeline.initcalls(), printed, commandLine));
        this.subsystems = new Later<>(
                () -> ledger() == null ? List.of() : RollUps.bySubsystem(ledger(), timeline, nesting(), symbols));
    }

    public static Accounting of(
            Timeline timeline,
            Milestones milestones,
            List<Mark> marks,
            Printed printed,
            @Nullable String commandLine,
            @Nullable SymbolTable symbols,
            ClockDoubts doubts) {
        return new Accounting(timeline, milestones, marks, printed, commandLine, symbols, doubts);
    }

    /** Of a timeline alone, where nothing else is known. */
    public static Accounting of(Timeline timeline, Milestones milestones) {
        return of(timeline, milestones, List.of(), new Printed(0, 0), null, null, ClockDoubts.NONE);
    }

    /** What ran inside what, and the self times. */
    public Nesting nesting() {
        return nesting.view();
    }

    /** Every microsecond of the boot thread; null for a log without time stamps. */
    public @Nullable Ledger ledger() {
        return ledger.view();
    }

    /** Devices whose probe was put off. */
    public List<Deferral> deferrals() {
        return deferrals.view();
    }

    /** What initcalls and probes took on the boot thread, by subsystem, the largest first; empty without a ledger. */
    public List<RollUp> subsystems() {
        return subsystems.view();
    }

    /** Where the stamps that all this rests on are in doubt. */
    public ClockDoubts doubts() {
        return doubts;
    }

    /** What printing the log cost; null when the log does not tell. */
    public @Nullable ObserverEffect observer() {
        return observer.view();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Accounting accounting
                && nesting().equals(accounting.nesting())
                && Objects.equals(ledger(), accounting.ledger())
                && deferrals().equals(accounting.deferrals())
                && Objects.equals(observer(), accounting.observer())
                && doubts.equals(accounting.doubts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nesting(), ledger(), deferrals(), observer(), doubts);
    }

    @Override
    public String toString() {
        return "Accounting[ledger=" + ledger() + ", deferrals=" + deferrals() + ", observer=" + observer() + "]";
    }
}
