package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.LoaderClockRead;
import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.StageReported.Kind;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the lines by which the stages of a boot are told. */
public final class AxisProjection implements Projection<AxisProjection.View> {
    /** A boot has a few dozen. */
    private static final int MOST = 1_024;

    private static final String SYSTEMD = "systemd";

    private final List<Spoken> spoken = new ArrayList<>();
    private final List<LoaderTime.Stretch> stretches = new ArrayList<>();
    private final List<LoaderMarked> marks = new ArrayList<>();
    private @Nullable Spoken banner;
    private @Nullable StartupFinished startup;
    private @Nullable HostAlignment host;
    private long unpackedLine;
    private long lastLine;

    /** What the log says of its stages. */
    public static final class View {
        private final AxisLines lines;

        private View(AxisLines lines) {
            this.lines = lines;
        }

        /**
         * The axis of the boot.
         *
         * @param course whose hand-over ends the kernel's stage
         * @param timed whether its stamps tell moments, not whole seconds of a wall clock
         */
        public Axis axis(Course course, boolean timed) {
            return AxisOrder.of(lines, course, timed);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof View view && lines.equals(view.lines);
        }

        @Override
        public int hashCode() {
            return lines.hashCode();
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return Set.of(
                StageReported.class,
                UserspaceReported.class,
                KernelStarted.class,
                HostClockRead.class,
                LoaderClockRead.class,
                LoaderMarked.class,
                MemoryFreed.class,
                BootRecorded.class);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        long line = recorded.origin().line();
        if (event instanceof StageReported stage) {
            add(recorded, stage.stage(), stage.kind(), stage.text().toString(), stage.notBeforeUs(), stage.hostUs());
        } else if (event instanceof UserspaceReported said) {
            userSpace(recorded, said.text());
        } else if (event instanceof KernelStarted kernel && banner == null) {
            String text = "Linux version " + kernel.release() + " " + kernel.banner();
            banner = new Spoken("kernel", Kind.KERNEL, text, line, null, null, null);
        } else if (event instanceof HostClockRead read) {
            host = HostAlignment.of(read, line);
        } else if (event instanceof LoaderClockRead read && stretches.size() < MOST) {
            stretches.add(new LoaderTime.Stretch(line, read.firstUs(), read.lastUs()));
        } else if (event instanceof LoaderMarked mark && marks.size() < MOST) {
            marks.add(mark);
        } else if (event instanceof MemoryFreed freed && freed.kind() == MemoryFreed.Kind.INITRD) {
            unpackedLine = line;
        } else if (event instanceof BootRecorded end) {
            lastLine = Math.max(lastLine, end.lastLine());
        }
    }

    private void userSpace(RecordedEvent recorded, String text) {
        StartupFinished finished = StartupFinished.of(text, recorded.origin().line());
        startup = startup == null ? finished : startup;
        String stage = text.startsWith("INIT: ") ? "sysvinit" : SYSTEMD;
        add(recorded, stage, finished == null ? Kind.USERSPACE : Kind.END, text, null, null);
    }

    private void add(
            RecordedEvent recorded,
            String stage,
            Kind kind,
            String text,
            @Nullable Long notBeforeUs,
            @Nullable Long hostUs) {
        long line = recorded.origin().line();
        Long us = recorded.time() == null ? null : Long.valueOf(recorded.time().micros());
        if (line > 0 && spoken.size() < MOST) {
            lastLine = Math.max(lastLine, line);
            spoken.add(new Spoken(stage, kind, text, line, us, notBeforeUs, hostUs));
        }
    }

    @Override
    public View view() {
        return new View(new AxisLines(
                List.copyOf(spoken),
                banner,
                unpackedLine,
                lastLine,
                host,
                List.copyOf(stretches),
                List.copyOf(marks),
                startup));
    }
}
