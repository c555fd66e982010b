package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Clock;
import io.bootledger.analyzer.axis.AxisTimes.Moment;
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
    private final AxisTimes times;
    private final List<LoaderTime.Stretch> stretches;
    private final ReportedStages reported;
    private @Nullable LoaderTime before;
    private final List<OpenStage> stages = new ArrayList<>();

    private AxisOrder(AxisTimes times, AxisLines lines) {
        this.stretches = lines.stretches();
        this.reported = new ReportedStages(lines.marks());
        this.times = times;
    }

    /** @param timed whether the stamps tell moments */
    static Axis of(AxisLines lines, Course course, boolean timed) {
        Long first = course.firstLine();
        if (first == null || first < 1) {
            return new Axis(List.of(), null, lines.startup());
        }
        Handover told = course.milestones().handover();
        Handover handover = told == null || told.line() < first ? null : told;
        AxisTimes times = new AxisTimes(timed, handover, lines.host());
        AxisOrder order = new AxisOrder(times, lines);
        LoaderOrder loaders = new LoaderOrder(lines, first, handover == null ? Long.MAX_VALUE : handover.line());
        order.stages.addAll(loaders.stages());
        UserspaceOrder after = handover == null
                ? UserspaceOrder.told(lines, lastOfKernel(lines, first))
                : UserspaceOrder.behind(handover, lines, course.milestones().init());
        order.stages.add(
                OpenStage.kernel(loaders.kernelLine(), course.milestones().firstUs(), lines.banner()));
        long end = lines.lastLine();
        Spoken last = null;
        if (after != null) {
            order.stages.addAll(after.stages());
            end = Math.max(handover == null ? first : handover.line(), after.lastLine());
            last = after.lastWords();
        }
        return new Axis(order.closed(Math.max(end, first), last), timed ? lines.host() : null, lines.startup());
    }

    /** A line that is the kernel's for certain. A slow console may show what it kept of the kernel behind what others print. */
    private static long lastOfKernel(AxisLines lines, long first) {
        long banner = lines.banner() == null ? 0 : lines.banner().line();
        return Math.max(first, Math.max(banner, lines.unpackedLine()));
    }

    /** @param last who says that all is done; null where nobody does */
    private List<AxisStage> closed(long lastLine, @Nullable Spoken last) {
        List<AxisStage> closed = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            OpenStage stage = stages.get(i);
            OpenStage next = i + 1 < stages.size() ? stages.get(i + 1) : null;
            closed.add(close(stage, times.ends(stage, next, last), next == null ? lastLine : next.firstLine() - 1));
        }
        return List.copyOf(closed);
    }

    private @Nullable LoaderTime loader(OpenStage stage, long lastLine) {
        if (stage.kind() != AxisStage.Kind.LOADER) {
            return null;
        }
        LoaderTime own = LoaderTime.of(stretches, stage.firstLine(), lastLine, before);
        if (own == null) {
            own = reported.of(stage.name(), before);
        } else {
            reported.leave();
        }
        before = own == null ? before : own;
        return own;
    }

    private static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
        return one == null || other != null && other > one ? other : one;
    }

    private AxisStage close(OpenStage stage, Moment until, long lastLine) {
        Moment from = times.begins(stage);
        Spoken evidence = stage.evidence();
        LoaderTime loader = loader(stage, lastLine);
        Clock clock = from.us() != null || until.us() == null ? from.clock() : until.clock();
        return new AxisStage(
                stage.name(),
                stage.kind(),
                from.us(),
                until.us(),
                from.us() == null && times.timed() ? stage.notBeforeUs() : null,
                stage.firstLine(),
                Math.max(stage.firstLine(), lastLine),
                clock == Clock.NONE && loader != null ? Clock.LOADER : clock,
                loader,
                larger(from.uncertaintyUs(), until.uncertaintyUs()),
                evidence == null ? null : evidence.text(),
                evidence == null ? null : Long.valueOf(evidence.line()));
    }
}
