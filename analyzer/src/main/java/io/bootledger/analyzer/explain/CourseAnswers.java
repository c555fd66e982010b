package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of milestones, and of the phases between them. */
final class CourseAnswers {
    /** @param markers the events that may mark it; empty for whichever has the stamp */
    private record Milestone(
            String name,
            Function<Milestones, @Nullable Long> us,
            String rule,
            List<Class<? extends BootEvent>> markers) {
        List<Long> lines(Milestones milestones, LogLines log) {
            return log.at(us.apply(milestones), markers);
        }
    }

    private static final Milestone INIT_MEMORY_FREED = new Milestone(
            "init_memory_freed_us",
            Milestones::initMemoryFreedUs,
            "the first message that frees init memory (free_initmem)",
            List.of(MemoryFreed.class));

    private static final List<Milestone> MILESTONES = List.of(
            new Milestone("first_us", Milestones::firstUs, "the first time stamp", List.of()),
            new Milestone(
                    "first_initcall_us",
                    Milestones::firstInitcallUs,
                    "the first calling line of an initcall that is built in",
                    List.of(InitcallStarted.class)),
            new Milestone(
                    "last_initcall_us",
                    Milestones::lastInitcallUs,
                    "the last return of a built-in initcall before init runs",
                    List.of(InitcallFinished.class)),
            INIT_MEMORY_FREED,
            new Milestone(
                    "write_protected_us",
                    Milestones::writeProtectedUs,
                    "the message of mark_readonly",
                    List.of(ReadOnlyDataProtected.class)),
            new Milestone(
                    "init_started_us",
                    Milestones::initStartedUs,
                    "the last \"Run ... as init process\" that worked; without any, the first words of init itself",
                    List.of(InitProcessStarted.class, UserspaceReported.class)),
            new Milestone(
                    "handover_us",
                    Milestones::handoverUs,
                    "where the kernel hands over to user space: it runs init, or, where it does not say when, it has"
                            + " freed init memory",
                    List.of(InitProcessStarted.class, MemoryFreed.class)),
            new Milestone("last_us", Milestones::lastUs, "the last time stamp", List.of()));

    private final BootAnalysis boot;
    private final LogLines log;

    CourseAnswers(BootAnalysis boot, LogLines log) {
        this.boot = boot;
        this.log = log;
    }

    List<Answer> milestones() {
        Milestones milestones = boot.milestones();
        List<Answer> answers = new ArrayList<>();
        for (Milestone milestone : MILESTONES) {
            answers.add(milestone(
                    answers.size() + 1,
                    Figure.of(milestone.name(), milestone.us().apply(milestones), milestone.rule()),
                    milestone.lines(milestones, log)));
        }
        answers.add(milestone(
                answers.size() + 1,
                Figure.of("init_memory_freed_kib", milestones.initMemoryFreedKib(), "as that message says, in KiB"),
                INIT_MEMORY_FREED.lines(milestones, log)));
        return answers;
    }

    private static Answer milestone(int ordinal, Figure figure, List<Long> lines) {
        return new Answer(Subject.MILESTONE, ordinal, figure.name(), List.of(figure), lines);
    }

    List<Answer> phases() {
        List<Answer> answers = new ArrayList<>();
        for (Phase phase : boot.phases()) {
            List<Long> lines = new ArrayList<>(boundary(phase.startUs()));
            lines.addAll(boundary(phase.endUs()));
            answers.add(new Answer(
                            Subject.PHASE,
                            answers.size() + 1,
                            phase.kind().title(),
                            List.of(
                                    Figure.of("start_us", phase.startUs(), "where the phase before it ends"),
                                    Figure.of(
                                            "end_us",
                                            phase.endUs(),
                                            phase.note() == null ? "where its marker stands" : phase.note()),
                                    duration(phase),
                                    Figure.doubtful(boot.accounting().doubts().within(phase.startUs(), phase.endUs()))),
                            lines)
                    .coded(phase.kind()));
        }
        return answers;
    }

    private static Figure duration(Phase phase) {
        String rule = "its end minus its start";
        return phase.startUs() == null || phase.endUs() == null
                ? Figure.of("duration_us", null, rule)
                : Figure.sum(
                        "duration_us",
                        rule,
                        List.of(
                                new Summand("its end", phase.endUs(), List.of()),
                                new Summand("its start", -phase.startUs(), List.of())));
    }

    /** The line of the milestone at that moment, or else whichever has that stamp. */
    private List<Long> boundary(@Nullable Long us) {
        for (Milestone milestone : MILESTONES) {
            if (us != null && us.equals(milestone.us().apply(boot.milestones()))) {
                return milestone.lines(boot.milestones(), log);
            }
        }
        return log.at(us, List.of());
    }
}
