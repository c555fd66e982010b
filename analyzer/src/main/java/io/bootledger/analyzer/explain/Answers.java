package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/** Every row of a boot's report but the initcalls, which have an {@link Explanation} each. */
public final class Answers {
    /** @param events what {@link LogEventsProjection} kept of the boot */
    public static List<Answer> of(BootAnalysis boot, List<RecordedEvent> events) {
        LogLines log = new LogLines(events);
        LedgerAnswers ledger = new LedgerAnswers(boot, log);
        ProbeAnswers probes = new ProbeAnswers(boot);
        CourseAnswers course = new CourseAnswers(boot, log);
        List<Answer> answers = new ArrayList<>(probes.probes());
        answers.addAll(probes.asyncCalls());
        answers.addAll(new LevelAnswers(boot, ledger).levels());
        answers.addAll(course.phases());
        answers.addAll(course.milestones());
        answers.addAll(new AxisAnswers(boot).all());
        answers.addAll(ledger.all());
        answers.addAll(probes.deferrals());
        answers.addAll(new CauseAnswers(boot).all());
        answers.addAll(new FindingAnswers(boot).all());
        answers.addAll(new RecordingAnswers(boot).all());
        return List.copyOf(answers);
    }

    private Answers() {}
}
