package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Ktime;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down the truth of one boot. */
final class TruthBook {
    private final List<CallOnRecord> calls = new ArrayList<>();
    private final List<Line<String>> blacklisted = new ArrayList<>();
    private final List<Line<BootTruth.Probe>> probes = new ArrayList<>();
    private final List<BootTruth.UnseenModule> unseen = new ArrayList<>();
    private final List<BootTruth.RepeatedLoad> repeated = new ArrayList<>();
    private final List<Line<String>> pending = new ArrayList<>();
    private final List<Line<BootTruth.InitAttempt>> inVain = new ArrayList<>();
    private @Nullable Line<Long> freed;
    private @Nullable Line<String> protection;
    private @Nullable Line<String> init;
    private @Nullable Line<String> panic;

    /** A fact and the record that states it. */
    private record Line<T>(long sequence, long stampUs, T fact) {
        static <T> Line<T> of(RecordedEvent record, T fact) {
            return new Line<>(
                    record.sequence(), Objects.requireNonNull(record.time()).micros(), fact);
        }
    }

    CallOnRecord call(InitcallSymbol symbol, InitcallLevel level, int pid) {
        CallOnRecord call = new CallOnRecord(symbol, level, pid);
        calls.add(call);
        return call;
    }

    void blacklisted(RecordedEvent line, String function) {
        blacklisted.add(Line.of(line, function));
    }

    void probed(RecordedEvent line, BootTruth.Probe probe) {
        probes.add(Line.of(line, probe));
    }

    void unseen(String module, String why, boolean loaded) {
        unseen.add(new BootTruth.UnseenModule(module, why, loaded));
    }

    /** @param returned null when it waits for ever */
    void repeated(KernelThread loader, String module, Ktime ktime, long since, @Nullable Integer returned) {
        long fromUs = ktime.stamp(since) / 1_000;
        Long untilUs = returned == null ? null : Long.valueOf(ktime.stamp(loader.now()) / 1_000);
        repeated.add(new BootTruth.RepeatedLoad(module, loader.pid(), fromUs, untilUs, returned));
    }

    void pending(RecordedEvent line, String device) {
        pending.add(Line.of(line, device));
    }

    void initMemoryFreed(RecordedEvent line, long kib) {
        freed = Line.of(line, kib);
    }

    void writeProtected(RecordedEvent line) {
        protection = protection == null ? Line.of(line, "") : protection;
    }

    void initStarted(RecordedEvent line, String program) {
        init = Line.of(line, program);
    }

    void initInVain(RecordedEvent line, String program) {
        long stampUs = Objects.requireNonNull(line.time()).micros();
        inVain.add(Line.of(line, new BootTruth.InitAttempt(program, stampUs)));
    }

    void panicked(RecordedEvent line, String reason) {
        panic = Line.of(line, reason);
    }

    /** The truth, as far as a log can show it that holds the records from the first kept one to before the end. */
    BootTruth asLogged(String release, long firstKept, long end) {
        Kept kept = new Kept(firstKept, end);
        return new BootTruth(
                release,
                calls.stream()
                        .sorted(Comparator.comparingLong(call -> call.firstLine(firstKept, end)))
                        .map(call -> call.asLogged(firstKept, end))
                        .filter(Objects::nonNull)
                        .toList(),
                kept.of(blacklisted),
                kept.of(probes),
                List.copyOf(unseen),
                List.copyOf(repeated),
                kept.of(pending),
                kept.of(inVain),
                new BootTruth.Milestones(
                        kept.stamp(freed),
                        kept.fact(freed),
                        kept.stamp(protection),
                        kept.stamp(init),
                        kept.fact(init),
                        kept.fact(panic)));
    }

    /** What of the record is in the log. */
    private record Kept(long first, long end) {
        <T> List<T> of(List<Line<T>> lines) {
            return lines.stream().filter(this::has).map(Line::fact).toList();
        }

        <T> @Nullable T fact(@Nullable Line<T> line) {
            return line != null && has(line) ? line.fact : null;
        }

        @Nullable
        Long stamp(@Nullable Line<?> line) {
            return line != null && has(line) ? line.stampUs : null;
        }

        boolean has(Line<?> line) {
            return line.sequence >= first && line.sequence < end;
        }
    }
}
