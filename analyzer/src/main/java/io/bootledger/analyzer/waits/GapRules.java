package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.Background.Seen;
import io.bootledger.analyzer.waits.Background.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W3: after the last initcall {@code kernel_init_freeable} waits for the initramfs, and {@code kernel_init} for all asynchronous
 * work before it frees init memory ({@code init/main.c}). W10: between these {@code prepare_namespace} sleeps as {@code rootdelay=}
 * says, and until the root device is there ({@code init/do_mounts.c}); how long it then takes to mount it, the log does not tell.
 */
final class GapRules {
    private static final String RULE = "W3";
    private static final String ROOT_RULE = "W10";

    /** The call of the boot thread that returned last. */
    private record Last(String function, long endUs, long endLine) {}

    private GapRules() {}

    static List<GapWaits> find(Scene scene, Milestones milestones) {
        Last last = last(scene.timeline.initcalls());
        Long to = milestones.initMemoryFreedUs() == null ? milestones.initStartedUs() : milestones.initMemoryFreedUs();
        if (last == null || to == null || to < last.endUs()) {
            return List.of();
        }
        List<Wait> waits = new ArrayList<>();
        addInitramfs(scene, last, waits);
        addRoot(scene.background, last, to, waits);
        addAsync(scene, last, to, waits);
        long most = to - last.endUs();
        waits.replaceAll(wait -> wait.what() == WaitedFor.DELAY ? wait : scene.byTheseStamps(wait, most, false));
        return waits.isEmpty()
                ? List.of()
                : List.of(new GapWaits("kernel_init after do_initcalls", last.function(), last.endUs(), to, waits));
    }

    private static void addInitramfs(Scene scene, Last last, List<Wait> waits) {
        Seen freed = scene.background.initrdFreed();
        if (scene.background.unpacking() != null && freed != null && freed.line() > last.endLine()) {
            long us = Math.max(0, freed.us() - last.endUs());
            Bounds bounds = new Bounds(us * InitramfsRule.SURE_PERCENT / 100, us + InitramfsRule.AFTER_FREEING_US);
            waits.add(
                    new Wait(WaitedFor.INITRAMFS, InitramfsRule.BY, bounds, CauseEvidence.STATED, RULE, freed.line()));
        }
    }

    private static void addRoot(Background background, Last last, long toUs, List<Wait> waits) {
        Stretch delay = background.rootDelay();
        if (delay != null && delay.to().line() > last.endLine() && delay.to().us() <= toUs) {
            Bounds us = Bounds.exactly(delay.us());
            waits.add(new Wait(
                    WaitedFor.DELAY,
                    "rootdelay=",
                    us,
                    CauseEvidence.STATED,
                    ROOT_RULE,
                    delay.to().line()));
        }
        Stretch awaited = background.rootAwaited();
        if (awaited != null
                && awaited.to().line() > last.endLine()
                && awaited.to().us() <= toUs) {
            Bounds us = new Bounds(0, awaited.us());
            waits.add(new Wait(
                    WaitedFor.ROOTWAIT,
                    "the root device",
                    us,
                    CauseEvidence.STATED,
                    ROOT_RULE,
                    awaited.to().line()));
        }
    }

    private static void addAsync(Scene scene, Last last, long toUs, List<Wait> waits) {
        Wait wait = null;
        for (Probe probe : scene.othersBetween(last.endLine(), Long.MAX_VALUE)) {
            wait = later(wait, last, toUs, probe.endUs(), "probe of " + probe.device(), probe.line());
        }
        for (AsyncCall call : scene.timeline.asyncCalls()) {
            wait = later(wait, last, toUs, call.endUs(), "async " + call.function(), call.line());
        }
        if (wait != null) {
            waits.add(wait);
        }
    }

    private static @Nullable Wait later(
            @Nullable Wait wait, Last last, long toUs, @Nullable Long endUs, String by, long line) {
        if (endUs == null || endUs <= last.endUs() || endUs > toUs) {
            return wait;
        }
        long us = endUs - last.endUs();
        return wait != null && wait.us().highUs() >= us
                ? wait
                : new Wait(WaitedFor.ASYNC, by, new Bounds(0, us), CauseEvidence.LIKELY, RULE, line);
    }

    private static @Nullable Last last(List<Initcall> calls) {
        Last last = null;
        for (Initcall call : calls) {
            if (call.onBootThread()
                    && call.endUs() != null
                    && call.endLine() != null
                    && (last == null || call.endLine() > last.endLine())) {
                last = new Last(call.function(), call.endUs(), call.endLine());
            }
        }
        return last;
    }
}
