package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.BesideKernel;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.Set;

/** Finds the lines that split a boot, in the order of {@code kernel_init} ({@code init/main.c}). */
public final class CourseProjection implements Projection<Course> {
    private final Marks marks = new Marks();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return KERNELS;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof BesideKernel) {
            return;
        }
        marks.see(recorded);
        if (event instanceof InitcallStarted start) {
            marks.calling(start.symbol().module() != null, recorded);
        } else if (event instanceof InitcallFinished end) {
            marks.returned(end.symbol().module() != null, recorded);
        } else if (!(event instanceof MessageLogged)) {
            applyRare(event, recorded);
        }
    }

    private void applyRare(BootEvent event, RecordedEvent recorded) {
        Ending ending = marks.ending();
        if (event instanceof MemoryFreed freed) {
            ending.freed(freed, recorded);
        } else if (event instanceof ReadOnlyDataProtected) {
            ending.writeProtected(recorded);
        } else if (event instanceof InitProcessStarted init) {
            ending.init(init.path(), recorded);
        } else if (event instanceof InitProcessFailed failed) {
            ending.initFailed(failed.path());
        } else if (event instanceof KernelPanicked panicked) {
            ending.panicked(panicked.reason());
        } else if (event instanceof KernelStarted kernel) {
            ending.kernel(kernel.release());
        } else if (event instanceof UserspaceReported said) {
            ending.userSpaceSays(said.text());
        }
    }

    @Override
    public Course view() {
        return new Course(marks.milestones(), Phases.of(marks), marks.firstLine());
    }
}
