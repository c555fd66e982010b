package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.failures.Failure;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A failure's name across boots.
 *
 * @param kind what failed: {@code initcall}, {@code probe}, {@code module} ...
 * @param name the function or device
 * @param module the loadable module; null for code built in
 * @param error {@code ENOMEM}, or the number where it has no name; null when nothing was returned
 */
public record FailureKey(
        String kind,
        String name,
        @Nullable String module,
        @Nullable String error) implements Comparable<FailureKey> {
    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<FailureKey> ORDER = Comparator.comparing(FailureKey::kind)
            .thenComparing(FailureKey::name)
            .thenComparing(FailureKey::module, TEXT)
            .thenComparing(FailureKey::error, TEXT);

    static FailureKey of(Failure failure) {
        Integer value = failure.returnValue();
        String number = value == null ? null : value.toString();
        boolean said = failure.kind() == Failure.Kind.OOPS || failure.kind() == Failure.Kind.PANIC;
        return new FailureKey(
                failure.kind().toString(),
                said ? withoutNumbers(failure.name()) : failure.name(),
                failure.module(),
                failure.errno() == null ? number : failure.errno());
    }

    /** Of what a kernel says when it faults: offsets, addresses and process numbers differ from build to build, and boot to boot. */
    private static String withoutNumbers(String words) {
        return words.replaceAll("\\+0x[0-9a-f]+(/0x[0-9a-f]+)?", "")
                .replaceAll("\\b(0x)?[0-9a-f]*[0-9][0-9a-f]*\\b", "#");
    }

    @Override
    public int compareTo(FailureKey other) {
        return ORDER.compare(this, other);
    }

    /** For people: {@code probe 0000:00:1f.2 (ETIMEDOUT)}. */
    @Override
    public String toString() {
        return kind + " " + name + (module == null ? "" : " [" + module + "]")
                + (error == null ? "" : " (" + error + ")");
    }
}
