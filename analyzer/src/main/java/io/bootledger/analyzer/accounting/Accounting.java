package io.bootledger.analyzer.accounting;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.functiongraph.FunctionGraph;
import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.analyzer.knowledge.Maintainers;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Bookkeeper;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.LedgerMark;
import io.bootledger.analyzer.ledger.OwnedTime;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.analyzer.ledger.RollUps;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.path.CriticalPath;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Deferrals;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.projection.Later;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.schedule.Schedule;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.WaitFinder;
import io.bootledger.analyzer.waits.Waits;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.analyzer.whatif.WhatIfs;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the boot's time really went, nothing counted twice. Each part is made when it is first asked for. */
public final class Accounting {
    private final Later<Nesting> nesting;
    private final Later<@Nullable Ledger> ledger;
    private final Later<List<Deferral>> deferrals;
    private final Later<@Nullable ObserverEffect> observer;
    private final Later<Waits> waits;
    private final Later<List<WhatIf>> whatIfs;
    private final Later<List<PathEntry>> criticalPath;
    private final Later<List<RollUp>> subsystems;
    private final ClockDoubts doubts;
    private final Schedule schedule;
    private final FunctionGraph functionGraph;
    private final Later<CodeOrigins> origins;
    private final Later<List<OwnedTime>> owners;
    private final Later<Map<String, List<Account>>> subsystemAccounts;
    private final Later<Map<String, List<Account>>> ownerAccounts;

    /**
     * @param symbols of that kernel, for subsystems; null without
     * @param maintainers who answers for what, people included; null when nobody has it
     */
    public Accounting(
            Timeline timeline,
            Milestones milestones,
            List<LedgerMark> marks,
            Printed printed,
            Kernel kernel,
            Map<String, String> deferralReasons,
            Background background,
            Schedule schedule,
            FunctionGraph functionGraph,
            @Nullable SymbolTable symbols,
            @Nullable Maintainers maintainers,
            ClockDoubts doubts) {
        this.doubts = doubts;
        this.schedule = schedule;
        this.functionGraph = functionGraph;
        this.nesting =
                new Later<>(() -> Nesting.of(timeline, CommandLine.of(kernel).probesAsynchronously()));
        this.ledger =
                new Later<@Nullable Ledger>(() -> Bookkeeper.balance(timeline, nesting(), marks, milestones, doubts));
        this.deferrals = new Later<>(() -> Deferrals.of(timeline, deferralReasons));
        this.observer = new Later<@Nullable ObserverEffect>(
                () -> ObserverEffect.of(timeline.initcalls(), printed, kernel.commandLine()));
        this.waits =
                new Later<>(() -> WaitFinder.of(kernel, timeline, nesting(), background, milestones, schedule, doubts));
        this.whatIfs = new Later<>(() -> WhatIfs.of(
                timeline,
                nesting(),
                ledger(),
                waits(),
                deferrals(),
                background,
                doubts,
                CommandLine.of(kernel).skipsSelfTests()));
        this.criticalPath = new Later<>(() -> CriticalPath.of(timeline, ledger(), waits(), background));
        this.subsystems = new Later<>(
                () -> ledger() == null ? List.of() : RollUps.bySubsystem(ledger(), timeline, nesting(), symbols));
        this.origins = new Later<>(
                () -> CodeOrigins.of(timeline.initcalls().stream().map(Initcall::function), kernel.release()));
        this.owners = new Later<>(() ->
                ledger() == null ? List.of() : RollUps.byOwner(ledger(), timeline, nesting(), origins(), maintainers));
        this.subsystemAccounts = new Later<>(() ->
                ledger() == null ? Map.of() : RollUps.accountsBySubsystem(ledger(), timeline, nesting(), symbols));
        this.ownerAccounts = new Later<>(
                () -> ledger() == null ? Map.of() : RollUps.accountsByOwner(ledger(), timeline, nesting(), origins()));
    }

    /** Of a timeline alone, where nothing else is known. */
    public static Accounting of(Timeline timeline, Milestones milestones) {
        return new Accounting(
                timeline,
                milestones,
                List.of(),
                new Printed(0, 0),
                new Kernel(null, null, null),
                Map.of(),
                Background.NOTHING,
                Schedule.NONE,
                FunctionGraph.NONE,
                null,
                null,
                ClockDoubts.NONE);
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

    /** What the boot thread waited for. */
    public Waits waits() {
        return waits.view();
    }

    /** From init back to the first record, without hole or overlap: who had the time; empty without a ledger. */
    public List<PathEntry> criticalPath() {
        return criticalPath.view();
    }

    /** What changes can gain, the one that can gain most first. */
    public List<WhatIf> whatIfs() {
        return whatIfs.view();
    }

    /** What initcalls and probes took on the boot thread, by subsystem, the largest first; empty without a ledger. */
    public List<RollUp> subsystems() {
        return subsystems.view();
    }

    /** What a trace beside the log tells. */
    public Schedule schedule() {
        return schedule;
    }

    /** The functions that a function graph beside the log shows. */
    public FunctionGraph functionGraph() {
        return functionGraph;
    }

    /** Where the stamps that all this rests on are in doubt. */
    public ClockDoubts doubts() {
        return doubts;
    }

    /** Where the kernel's init functions come from. */
    public CodeOrigins origins() {
        return origins.view();
    }

    /**
     * What initcalls and probes took on the boot thread, by who answers for them, the largest first; {@code unknown} where nothing
     * tells. Empty without a ledger.
     */
    public List<OwnedTime> owners() {
        return owners.view();
    }

    /** The accounts of the ledger that each subsystem's time is the sum of. */
    public Map<String, List<Account>> subsystemAccounts() {
        return subsystemAccounts.view();
    }

    /** The accounts of the ledger that each owner's time is the sum of. */
    public Map<String, List<Account>> ownerAccounts() {
        return ownerAccounts.view();
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
                && waits().equals(accounting.waits())
                && doubts.equals(accounting.doubts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nesting(), ledger(), deferrals(), observer(), waits(), doubts);
    }

    @Override
    public String toString() {
        return "Accounting[ledger=" + ledger() + ", deferrals=" + deferrals() + ", observer=" + observer() + "]";
    }
}
