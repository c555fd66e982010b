package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.InitProcessFailed;
import io.bootledger.traces.event.InitProcessStarted;
import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.KernelPanicked;
import io.bootledger.traces.event.KernelStarted;
import io.bootledger.traces.event.MemoryFreed;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.ReadOnlyDataProtected;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.UserspaceReported;
import org.jspecify.annotations.Nullable;

/** Finds the lines that split a boot, in the order of {@code kernel_init} ({@code init/main.c}). */
public final class CourseProjection implements Projection<Course> {
    private final Marks marks = new Marks();

    @Override
    public void apply(RecordedEvent recorded) {
        BootTime time = recorded.time();
        marks.seeTime(time);
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted start) {
            marks.calling(start.symbol().module() != null, time);
        } else if (event instanceof InitcallFinished end) {
            marks.returned(end.symbol().module() != null, recorded.caller(), time);
        } else if (!(event instanceof MessageLogged)) {
            applyRare(event, time);
        }
    }

    private void applyRare(BootEvent event, @Nullable BootTime time) {
        if (event instanceof MemoryFreed freed) {
            marks.freed(freed.what(), freed.kib(), time);
        } else if (event instanceof ReadOnlyDataProtected) {
            marks.writeProtected(time);
        } else if (event instanceof InitProcessStarted init) {
            marks.init(init.path(), time);
        } else if (event instanceof InitProcessFailed failed) {
            marks.initFailed(failed.path());
        } else if (event instanceof KernelPanicked panicked) {
            marks.panicked(panicked.reason());
        } else if (event instanceof KernelStarted kernel) {
            marks.kernel(kernel.release());
        } else if (event instanceof UserspaceReported said) {
            marks.userSpace(time);
            marks.initSays(said.text(), time);
        }
    }

    @Override
    public Course view() {
        return new Course(marks.milestones(), Phases.of(marks));
    }
}
