package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;

/** Holds an analysis against the truth. */
record Agreement(BootTruth truth, BootAnalysis found, Scenario scenario) {
    void check() {
        List<Initcall> initcalls = found.timeline().initcalls();
        assertThat(initcalls.stream().map(call -> call.symbol().printed()))
                .as("initcalls in call order")
                .containsExactlyElementsOf(truth.initcalls().stream()
                        .map(BootTruth.Initcall::symbol)
                        .toList());
        for (int index = 0; index < initcalls.size(); index++) {
            check(truth.initcalls().get(index), initcalls.get(index));
        }
        assertThat(found.timeline().blacklisted().stream().map(Blacklisted::function))
                .as("blacklisted")
                .containsExactlyElementsOf(truth.blacklisted());
        checkProbes();
        checkMilestones();
        checkLedger();
    }

    private void check(BootTruth.Initcall happened, Initcall call) {
        String name = happened.symbol();
        assertThat(call.function()).as(name).isEqualTo(happened.function());
        if (!ambiguous(happened)) {
            assertThat(call.level()).as("level of " + name).isEqualTo(happened.level());
        }
        assertThat(call.startUs()).as("start of " + name).isEqualTo(happened.startUs());
        assertThat(call.endUs()).as("end of " + name).isEqualTo(happened.endUs());
        assertThat(call.returnValue()).as("return value of " + name).isEqualTo(happened.returned());
        assertThat(call.outcome().toString()).as("outcome of " + name).isEqualTo(happened.outcome());
        assertThat(call.misbehaved()).as("complaint about " + name).isEqualTo(happened.misbehaved());
        if (happened.startUs() != null) {
            assertThat(call.pid()).as("pid of " + name).isEqualTo(happened.pid());
        }
        if (happened.endUs() != null) {
            checkDuration(happened, call);
        }
    }

    /** Without the head or the tail of a log nobody can tell which of two equal names it is, or that it was called by pid 0. */
    private boolean ambiguous(BootTruth.Initcall happened) {
        long sameName = scenario.machine().initcalls().stream()
                .filter(function -> function.function().equals(happened.function()))
                .count();
        boolean pidLost = happened.startUs() == null && happened.level() == InitcallLevel.CONSOLE;
        boolean whole = truth.milestones().initMemoryFreedUs() != null
                && !found.reading().headLost();
        return pidLost || sameName > 1 && !whole;
    }

    private void checkDuration(BootTruth.Initcall happened, Initcall call) {
        String name = happened.symbol();
        assertThat(call.reportedUs()).as("number printed for " + name).isEqualTo(happened.reported());
        if (call.durationEvidence() == DurationEvidence.TIMESTAMPS) {
            assertThat(call.durationUs()).as("stamps of " + name).isEqualTo(happened.endUs() - happened.startUs());
        } else if (call.durationEvidence() == DurationEvidence.REPORTED) {
            long printed = happened.reported();
            long nanos = call.durationUs() * 1_000;
            assertThat(nanos)
                    .as("duration of " + name)
                    .isBetween(printed * 1_000, version().atLeast(5, 18) ? printed * 1_000 : printed * 1_024 + 1_000);
        }
    }

    private void checkProbes() {
        List<Probe> probes = found.timeline().probes();
        assertThat(probes.stream().map(Probe::device))
                .as("probes")
                .containsExactlyElementsOf(
                        truth.probes().stream().map(BootTruth.Probe::device).toList());
        for (int index = 0; index < probes.size(); index++) {
            BootTruth.Probe happened = truth.probes().get(index);
            Probe probe = probes.get(index);
            assertThat(probe.endUs()).as("end of probe of " + happened.device()).isEqualTo(happened.endUs());
            assertThat(probe.returnValue()).as("probe of " + happened.device()).isEqualTo(happened.returned());
            assertThat(probe.durationUs())
                    .as("time of probe of " + happened.device())
                    .isEqualTo(happened.reported());
            checkOutcome(happened, probe);
        }
    }

    /** What 0 means depends on the kernel's version, and up to 5.11 on a complaint before it: a lost head takes both away. */
    private void checkOutcome(BootTruth.Probe happened, Probe probe) {
        if (!found.reading().headLost()) {
            assertThat(probe.outcome().toString())
                    .as("outcome of probe of " + happened.device())
                    .isEqualTo(happened.outcome());
        }
    }

    private void checkMilestones() {
        BootTruth.Milestones happened = truth.milestones();
        Milestones milestones = found.milestones();
        assertThat(milestones.initMemoryFreedUs()).as("init memory freed").isEqualTo(happened.initMemoryFreedUs());
        assertThat(milestones.initMemoryFreedKib()).as("init memory").isEqualTo(happened.initMemoryFreedKib());
        assertThat(milestones.writeProtectedUs()).as("write protection").isEqualTo(happened.writeProtectedUs());
        assertThat(milestones.panic()).as("panic").isEqualTo(happened.panic());
        List<BootTruth.InitAttempt> inVain = truth.initsInVain();
        if (happened.panic() == null && happened.init() == null && !inVain.isEmpty()) {
            // The log ends before it tells that this one is not there either.
            BootTruth.InitAttempt last = inVain.get(inVain.size() - 1);
            assertThat(milestones.initStartedUs()).as("an init in vain").isEqualTo(last.stampUs());
            assertThat(milestones.init()).as("an init in vain").isEqualTo(last.program());
        } else if (happened.panic() == null) {
            assertThat(milestones.initStartedUs()).as("init started").isEqualTo(happened.initStartedUs());
            assertThat(milestones.init()).as("init").isEqualTo(happened.init());
        }
    }

    /** The books balance to the microsecond, and end where init starts. */
    private void checkLedger() {
        Ledger ledger = found.accounting().ledger();
        if (ledger == null) {
            assertThat(found.milestones().firstUs()).as("a first time stamp").isNull();
            return;
        }
        assertThat(ledger.accounts().stream().mapToLong(Account::us).sum())
                .as("the sum of the accounts")
                .isEqualTo(ledger.toUs() - ledger.fromUs());
        if (ledger.ends() == Ledger.End.INIT_STARTED && truth.milestones().panic() == null) {
            assertThat(ledger.toUs())
                    .as("the end of the ledger")
                    .isEqualTo(found.milestones().initStartedUs());
        }
    }

    private KernelVersion version() {
        return scenario.machine().kernel().version();
    }
}
