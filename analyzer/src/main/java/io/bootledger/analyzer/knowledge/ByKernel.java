package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.KernelVersion;
import java.util.Objects;

/**
 * A fact that may differ between kernels, as it stands on file: {@code ACPI}, or {@code 6.1=subsys;7.2=device}, where each holds
 * from that kernel on, and the first for older ones too.
 */
public record ByKernel(String text) {
    /** The fact for a kernel. */
    public String at(KernelVersion kernel) {
        if (text.indexOf('=') < 0) {
            return text;
        }
        String holds = null;
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            KernelVersion from = Objects.requireNonNull(KernelVersion.of(part.substring(0, equals)));
            if (holds == null || kernel.compareTo(from) >= 0) {
                holds = part.substring(equals + 1);
            }
        }
        return Objects.requireNonNull(holds);
    }
}
