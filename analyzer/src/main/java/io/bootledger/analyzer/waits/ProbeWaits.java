package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.schedule.Schedule;
import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.Background.Seen;
import io.bootledger.analyzer.waits.Background.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waits of initcalls that are a probe's. A thread sleeps in one place: a wait that ends in a probe which the boot thread makes
 * began in it too. So those of which the log shows the end are the probe's that holds it, those of which it does not stay the call's.
 */
final class ProbeWaits {
    private final Scene scene;
    private final Nesting nesting;
    private final List<CallWaits> calls;

    private ProbeWaits(Scene scene, Nesting nesting, List<CallWaits> calls) {
        this.scene = scene;
        this.nesting = nesting;
        this.calls = calls;
    }

    /**
     * For each probe of the timeline.
     *
     * @param calls the initcalls, opened
     */
    static List<CallWaits> of(Scene scene, Nesting nesting, List<CallWaits> calls, Schedule schedule) {
        ProbeWaits waits = new ProbeWaits(scene, nesting, calls);
        List<Probe> probes = scene.timeline.probes();
        List<CallWaits> opened = new ArrayList<>(probes.size());
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            ScheduledCall scheduled = probe.durationUs() == null ? null : schedule.of(probe);
            opened.add(
                    scheduled == null
                            ? waits.told(i, probe)
                            : CallWaits.of(
                                    probe.knownDurationUs(), MeasuredWaits.of(scheduled, probe.line()), scheduled));
        }
        return opened;
    }

    private CallWaits told(int index, Probe probe) {
        if (probe.durationUs() == null) {
            return CallWaits.UNKNOWN;
        }
        List<Wait> inside = new ArrayList<>();
        CallWaits call = holder(index);
        if (call != null && probe.startUs() != null && probe.endUs() != null) {
            long room = probe.durationUs();
            for (Wait wait : call.waits()) {
                List<Stretch> shown = ends(wait).stream()
                        .filter(stretch -> holds(probe, stretch.to()))
                        .toList();
                if (!shown.isEmpty()) {
                    Wait own = inside(wait, shown, probe, room);
                    room -= own.us().lowUs();
                    inside.add(own);
                }
            }
        }
        return CallWaits.of(probe.durationUs(), inside);
    }

    /** The initcall that made it, if the boot thread did. */
    private @Nullable CallWaits holder(int index) {
        if (nesting.threads().get(index).kind() != ProbeThread.Kind.BOOT) {
            return null;
        }
        Parent parent = nesting.parents().get(index);
        while (parent != null && parent.kind() == Parent.Kind.PROBE) {
            parent = nesting.parents().get(parent.index());
        }
        return parent == null ? null : calls.get(parent.index());
    }

    /** When a wait can have been, anywhere in the boot; nothing where the log does not tell. */
    private List<Stretch> ends(Wait wait) {
        Background background = scene.background;
        return switch (wait.rule()) {
            case "W1" ->
                background.unpacking() == null || background.initrdFreed() == null
                        ? List.of()
                        : List.of(new Stretch(background.unpacking().us(), background.initrdFreed()));
            case "W4" -> background.asyncWaits();
            case "W9" -> background.address() == null ? List.of() : List.of(background.address());
            default -> List.of();
        };
    }

    private static boolean holds(Probe probe, Seen end) {
        return end.line() < probe.line() && end.us() >= probe.knownStartUs() && end.us() <= probe.knownEndUs();
    }

    /** No more of it than passed since the probe began. */
    private static Wait inside(Wait wait, List<Stretch> shown, Probe probe, long room) {
        long since = shown.stream()
                .mapToLong(stretch -> stretch.to().us() - Math.max(stretch.fromUs(), probe.knownStartUs()))
                .sum();
        long after = wait.what() == WaitedFor.INITRAMFS ? InitramfsRule.AFTER_FREEING_US : 0;
        long high = Math.max(0, Math.min(wait.us().highUs(), Math.min(probe.knownDurationUs(), since + after)));
        long least = Math.min(wait.us().lowUs(), since * InitramfsRule.SURE_PERCENT / 100);
        long low = Math.max(0, Math.min(least, Math.min(room, high)));
        long line = shown.get(0).to().line();
        return new Wait(wait.what(), wait.by(), new Bounds(low, high), wait.evidence(), wait.rule(), line);
    }
}
