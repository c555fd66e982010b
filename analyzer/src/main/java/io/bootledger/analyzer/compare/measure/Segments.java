package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.axis.Axis;
import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisStage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long each part of a boot took from power-on to login, as far as a clock tells: each loader, the kernel, and user space as one.
 *
 * @param us in their order; empty where no clock tells of more than the kernel
 * @param uncertaintyUs by how much the largest may be off; null where the kernel's clock tells all of them
 */
public record Segments(Map<String, Long> us, @Nullable Long uncertaintyUs) {
    public static final Segments UNKNOWN = new Segments(Map.of(), null);

    /** What the kernel is called among them. */
    public static final String KERNEL = "kernel";

    private static final String USER_SPACE = "user space";

    public Segments {
        us = Collections.unmodifiableMap(new LinkedHashMap<>(us));
    }

    /** User space that is told up to a stage of it only is another segment, of another name. */
    private static String userSpace(Axis axis, AxisLedger ledger) {
        return axis.stages().stream()
                .filter(stage -> stage.kind() == AxisStage.Kind.USERSPACE)
                .map(AxisStage::name)
                .filter(ledger.unknown()::contains)
                .findFirst()
                .map(open -> USER_SPACE + " until " + open)
                .orElse(USER_SPACE);
    }

    static Segments of(Axis axis) {
        AxisLedger ledger = axis.ledger();
        if (ledger == null || ledger.entries().size() < 2) {
            return UNKNOWN;
        }
        Map<String, Long> us = new LinkedHashMap<>();
        String userSpace = userSpace(axis, ledger);
        Long uncertaintyUs = null;
        for (AxisLedger.Entry entry : ledger.entries()) {
            String name = entry.kind() == AxisLedger.Kind.USERSPACE ? userSpace : entry.name();
            us.merge(name, entry.us(), Long::sum);
            Long off = entry.uncertaintyUs();
            uncertaintyUs = uncertaintyUs == null || off != null && off > uncertaintyUs ? off : uncertaintyUs;
        }
        return new Segments(us, uncertaintyUs);
    }
}
