package io.bootledger.analyzer.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the time from the first moment that a clock tells to the last one went: entries that add up to it. The kernel's ledger is
 * about a part of it, and knows nothing of this one.
 *
 * @param fromUs boot time; below 0 before the kernel's clock starts
 * @param untilUs boot time
 * @param unknown stages before the first moment and behind the last one: how long they took no clock tells
 */
public record AxisLedger(long fromUs, long untilUs, List<Entry> entries, List<String> unknown) {
    private static final String GAP = "before the kernel's clock";
    private static final String SILENT = "user space";
    private static final String UNTIL_SYSTEMD = "until systemd";
    private static final String KERNEL = "kernel";
    private static final String SYSTEMD = "systemd";
    private static final Set<String> BEFORE = Set.of("firmware", "loader");
    private static final Set<String> AFTER = Set.of("initrd", "userspace");

    /** Whose time an entry is. */
    public enum Kind {
        LOADER,
        BEFORE_KERNEL,
        KERNEL,
        USERSPACE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stretch of it.
     *
     * @param name the stage's, or those of stages between which no clock tells, with {@code +} between
     * @param us 0 or more
     * @param uncertaintyUs by how much it may be off at each end, where the host's clock tells one; else null
     */
    public record Entry(
            String name, Kind kind, long us, @Nullable Long uncertaintyUs) {}

    public AxisLedger {
        entries = List.copyOf(entries);
        unknown = List.copyOf(unknown);
    }

    public long totalUs() {
        return untilUs - fromUs;
    }

    /**
     * Null where no clock tells how long anything took.
     *
     * @param startup tells what no clock of the log does: of firmware and loader, or of user space; null where it does not
     */
    static @Nullable AxisLedger of(
            List<AxisStage> stages, @Nullable HostAlignment host, @Nullable StartupFinished startup) {
        Making making = new Making(host == null ? null : host.loadersLastUs());
        stages.forEach(making::take);
        AxisLedger ledger = making.ledger();
        if (ledger == null) {
            return startup == null ? loadersAlone(stages) : systemds(startup);
        }
        AxisLedger whole =
                startup != null && startup.isOf(ledger.untilKernelUs()) ? ledger.with(startup, stages) : ledger;
        return whole.with(new LoaderEntries(stages));
    }

    /** Of a boot that ended before its kernel was done. */
    private static @Nullable AxisLedger loadersAlone(List<AxisStage> stages) {
        List<String> all = stages.stream()
                .filter(stage -> stage.kind() != AxisStage.Kind.LOGIN)
                .map(AxisStage::name)
                .toList();
        AxisLedger none = new AxisLedger(0, 0, List.of(), all);
        AxisLedger ledger = none.with(new LoaderEntries(stages));
        return ledger.entries().isEmpty() ? null : ledger;
    }

    /** With what loaders took by clocks of their own, where no other clock tells of the time before the kernel. */
    private AxisLedger with(LoaderEntries loaders) {
        boolean told = !entries.isEmpty() && entries.get(0).kind() != Kind.KERNEL;
        if (fromUs != 0 || told || loaders.entries().isEmpty()) {
            return this;
        }
        List<Entry> all = new ArrayList<>(loaders.entries());
        List<String> left = new ArrayList<>(unknown);
        loaders.told().forEach(left::remove);
        left.add(GAP);
        long from = -sum(all);
        all.addAll(entries);
        return new AxisLedger(from, untilUs, all, left);
    }

    /** All of it as systemd tells, of a log whose stamps tell no moments. */
    private static @Nullable AxisLedger systemds(StartupFinished startup) {
        List<Entry> all = new ArrayList<>(parts(startup, BEFORE, Kind.LOADER));
        long from = -sum(all);
        all.addAll(parts(startup, Set.of(KERNEL), Kind.KERNEL));
        all.addAll(parts(startup, AFTER, Kind.USERSPACE));
        return all.isEmpty() ? null : new AxisLedger(from, from + sum(all), all, List.of());
    }

    /** Boot time at which the kernel hands over; null where no entry is the kernel's. */
    private @Nullable Long untilKernelUs() {
        long at = fromUs;
        Long until = null;
        for (Entry entry : entries) {
            at += entry.us();
            until = isKernels(entry) ? Long.valueOf(at) : until;
        }
        return until;
    }

    /** Whether its end is the hand-over. */
    private static boolean isKernels(Entry entry) {
        return entry.name().equals(KERNEL);
    }

    /** With systemd's parts on the sides of the kernel of which the log has no time. Before 0 it has the clock of the firmware. */
    private AxisLedger with(StartupFinished startup, List<AxisStage> stages) {
        List<Entry> all = new ArrayList<>(entries);
        List<String> left = new ArrayList<>(unknown);
        long from = fromUs;
        long until = untilUs;
        if (from == 0 && entries.get(0).kind() == Kind.KERNEL) {
            List<Entry> before = parts(startup, BEFORE, Kind.LOADER);
            all.addAll(0, before);
            from -= sum(before);
            remove(left, stages, AxisStage.Kind.LOADER, before);
        }
        if (isKernels(entries.get(entries.size() - 1))) {
            List<Entry> after = behind(startup, until);
            all.addAll(after);
            until += sum(after);
            remove(left, stages, AxisStage.Kind.USERSPACE, after);
        } else if (isSystemdOpen(left, stages) && startup.overUs() > until) {
            all.add(new Entry(SYSTEMD, Kind.USERSPACE, startup.overUs() - until, null));
            until = startup.overUs();
            left.remove(SYSTEMD);
        }
        return new AxisLedger(from, until, all, left);
    }

    /** Whether of user space only the end of systemd is not known. */
    private static boolean isSystemdOpen(List<String> unknown, List<AxisStage> stages) {
        return stages.stream()
                .filter(stage -> stage.kind() == AxisStage.Kind.USERSPACE)
                .map(AxisStage::name)
                .filter(unknown::contains)
                .toList()
                .equals(List.of(SYSTEMD));
    }

    /** What runs between the hand-over and systemd, as an initramfs without it, is the kernel's to systemd. */
    private static List<Entry> behind(StartupFinished startup, long handoverUs) {
        Long kernelUs = startup.part(KERNEL);
        List<Entry> after = new ArrayList<>();
        if (kernelUs != null && kernelUs > handoverUs) {
            after.add(new Entry(UNTIL_SYSTEMD, Kind.USERSPACE, kernelUs - handoverUs, null));
        }
        if (kernelUs != null) {
            after.addAll(parts(startup, AFTER, Kind.USERSPACE));
        }
        return after;
    }

    private static List<Entry> parts(StartupFinished startup, Set<String> names, Kind kind) {
        return startup.parts().stream()
                .filter(part -> names.contains(part.name()))
                .map(part -> new Entry(part.name(), kind, part.us(), null))
                .toList();
    }

    private static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::us).sum();
    }

    private static void remove(List<String> left, List<AxisStage> stages, AxisStage.Kind kind, List<Entry> told) {
        if (!told.isEmpty()) {
            stages.stream().filter(stage -> stage.kind() == kind).forEach(stage -> left.remove(stage.name()));
        }
    }

    /** Goes from moment to moment; one that lies before the last one, within what clocks are off, is taken for it. */
    private static final class Making {
        private final @Nullable Long loadersLastUs;
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        /** Since the last moment. */
        private final List<AxisStage> open = new ArrayList<>();

        private @Nullable Long fromUs;
        private long atUs;

        Making(@Nullable Long loadersLastUs) {
            this.loadersLastUs = loadersLastUs;
        }

        void take(AxisStage stage) {
            Long from = stage.fromUs();
            if (fromUs == null && from == null) {
                unknown.add(stage.name());
                return;
            }
            if (from != null) {
                begin(from, stage);
            }
            open.add(stage);
            if (stage.untilUs() != null) {
                close(stage.untilUs());
            }
        }

        private void begin(long from, AxisStage stage) {
            if (fromUs == null) {
                fromUs = from;
                atUs = from;
            } else if (!open.isEmpty()) {
                close(from);
            } else if (from > atUs) {
                add(SILENT, Kind.USERSPACE, from, stage.uncertaintyUs());
            }
        }

        private void close(long untilUs) {
            AxisStage last = open.get(open.size() - 1);
            boolean handsOver = last.kind() == AxisStage.Kind.KERNEL && last.untilUs() == null;
            String name =
                    String.join(" + ", open.stream().map(AxisStage::name).toList()) + (handsOver ? " + " + SILENT : "");
            Long uncertaintyUs = open.stream()
                    .map(AxisStage::uncertaintyUs)
                    .filter(us -> us != null)
                    .max(Long::compare)
                    .orElse(null);
            Long spoken = last.kind() == AxisStage.Kind.LOADER && untilUs >= 0 ? loadersLastUs : null;
            if (spoken != null && spoken > atUs && spoken < 0) {
                add(name, Kind.LOADER, spoken, uncertaintyUs);
                add(GAP, Kind.BEFORE_KERNEL, untilUs, uncertaintyUs);
            } else {
                add(name, kind(last), untilUs, uncertaintyUs);
            }
            open.clear();
        }

        private static Kind kind(AxisStage stage) {
            return switch (stage.kind()) {
                case LOADER -> Kind.LOADER;
                case KERNEL -> Kind.KERNEL;
                case USERSPACE, LOGIN -> Kind.USERSPACE;
            };
        }

        private void add(String name, Kind kind, long untilUs, @Nullable Long uncertaintyUs) {
            long us = Math.max(0, untilUs - atUs);
            entries.add(new Entry(name, kind, us, uncertaintyUs));
            atUs += us;
        }

        @Nullable
        AxisLedger ledger() {
            open.stream()
                    .filter(stage -> stage.kind() != AxisStage.Kind.LOGIN)
                    .map(AxisStage::name)
                    .forEach(unknown::add);
            return fromUs == null || entries.isEmpty() ? null : new AxisLedger(fromUs, atUs, entries, unknown);
        }
    }
}
