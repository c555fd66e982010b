package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Clock;
import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.phases.Handover;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the stages of a boot in order: each begins with its first own line, and ends before the next one's. The kernel begins with
 * its first record and ends with the hand-over.
 */
final class AxisOrder {
    private final boolean timed;
    private final List<OpenStage> stages = new ArrayList<>();

    private AxisOrder(boolean timed) {
        this.timed = timed;
    }

    /** @param timed whether the stamps tell moments */
    static Axis of(AxisLines lines, Course course, boolean timed) {
        Long first = course.firstLine();
        if (first == null || first < 1) {
            return new Axis(List.of(), lines.startup());
        }
        AxisOrder order = new AxisOrder(timed);
        Handover told = course.milestones().handover();
        Handover handover = told == null || told.line() < first ? null : told;
        LoaderOrder loaders = new LoaderOrder(lines, first, handover == null ? Long.MAX_VALUE : handover.line());
        order.stages.addAll(loaders.stages());
        order.stages.add(
                OpenStage.kernel(loaders.kernelLine(), course.milestones().firstUs(), lines.banner()));
        long end = lines.lastLine();
        if (handover != null) {
            UserspaceOrder after =
                    new UserspaceOrder(lines, handover, course.milestones().init());
            order.stages.addAll(after.stages());
            end = Math.max(handover.line(), after.lastLine());
        }
        return new Axis(order.closed(Math.max(end, first)), lines.startup());
    }

    private List<AxisStage> closed(long lastLine) {
        List<AxisStage> closed = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            OpenStage stage = stages.get(i);
            OpenStage next = i + 1 < stages.size() ? stages.get(i + 1) : null;
            closed.add(close(stage, next, next == null ? lastLine : next.firstLine() - 1));
        }
        return List.copyOf(closed);
    }

    private AxisStage close(OpenStage stage, @Nullable OpenStage next, long lastLine) {
        boolean loader = stage.kind() == AxisStage.Kind.LOADER;
        Long from = loader || !timed ? null : stage.fromUs();
        Long until = loader || !timed || next == null ? null : next.fromUs();
        Spoken evidence = stage.evidence();
        return new AxisStage(
                stage.name(),
                stage.kind(),
                from,
                until,
                from == null && timed ? stage.notBeforeUs() : null,
                stage.firstLine(),
                Math.max(stage.firstLine(), lastLine),
                from == null && until == null ? Clock.NONE : Clock.KERNEL,
                evidence == null ? null : evidence.text(),
                evidence == null ? null : Long.valueOf(evidence.line()));
    }
}
