package io.bootledger.analyzer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.advice.KnownCause.Subject;
import io.bootledger.analyzer.knowledge.CodeKnowledge;
import io.bootledger.analyzer.knowledge.Essential;
import io.bootledger.analyzer.knowledge.KnownWords;
import io.bootledger.analyzer.knowledge.SortedLines;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.traces.event.KernelVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of known causes. */
class KnownCausesTest {
    /** Written by {@code bootledger knowledge learn} from the sources of Linux 6.1, 6.12 and 7.2. */
    private static final KnownWords WORDS = KnownWords.of(
            new String(SortedLines.shipped(KnownCausesTest.class, "known-words.txt.gz"), StandardCharsets.UTF_8));

    private static final Pattern WORD = Pattern.compile("cmdline:([\\w.-]+)|(CONFIG_\\w+)");
    private static final KernelVersion NEXT = new KernelVersion(99, 0, 0);

    static Stream<KnownCause> rows() {
        return KnownCauses.shipped().all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRemedyNamesOnlyWhatItsKernelsHave(KnownCause row) {
        List<KernelVersion> kernels = WORDS.kernels().stream()
                .filter(kernel -> row.fits(
                        kernel, row.architectures().stream().findFirst().orElse(null)))
                .toList();

        assertThat(kernels).as("kernels of " + row.name()).isNotEmpty();
        assertThat(WORD.matcher(row.remedy()).results())
                .allSatisfy(word -> assertThat(WORDS.knowing(word.group(1) == null ? word.group(2) : word.group(1)))
                        .as(word.group())
                        .containsAll(kernels));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRemedySaysItsRisk(KnownCause row) {
        assertThat(row.solution(NEXT).contains("(risk: "))
                .isEqualTo(row.hasRemedy() && row.risk() != KnownCause.Risk.NONE);
        assertThat(row.source()).matches("\\S+\\.[chS]:\\w*");
        assertThat(row.cause()).isNotBlank().doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noRemedyLeavesOutWhatIsEssential(KnownCause row) {
        assertThat(row.remedy()).doesNotContain("initcall_blacklist");
        if (row.subject() == Subject.INITCALL && row.hasRemedy() && Essential.reason(row.name()) != null) {
            assertThat(row.remedy()).as(row.name()).doesNotContainPattern(Pattern.compile("modprobe.blacklist"));
        }
    }

    /** A gain is that of what the remedy changes. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatARemedyChangesIsWhatItSays(KnownCause row) {
        assertThat(row.changes().contains(Action.NO_SELF_TESTS))
                .isEqualTo(row.hasRemedy() && row.remedy().contains("cryptomgr.notests"));
        assertThat(row.changes().contains(Action.INITRAMFS))
                .isEqualTo(row.hasRemedy() && row.remedy().contains("initramfs smaller"));
        if (row.subject() == Subject.INITCALL) {
            assertThat(row.changes().isEmpty()).isEqualTo(!row.hasRemedy());
        }
        assertThat(row.solution(NEXT)).doesNotContain("cmdline:");
    }

    /** What is known not to help, or cannot be known from a duration. */
    @ParameterizedTest
    @MethodSource("rows")
    void noRowClaimsWhatIsKnownToBeWrong(KnownCause row) {
        assertThat(row.cause()).doesNotContain("by itself");
        assertThat(row.remedy()).doesNotContain("driver_async_probe=*", "cmdline:initramfs_async");
        if (row.name().equals("crypto_kdf108_init")) {
            assertThat(row.cause()).contains("initramfs").doesNotContain("runs its own self-test");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyInitFunctionIsKnown(KnownCause row) {
        if (row.subject() == Subject.INITCALL) {
            String function = row.name().replaceFirst("\\[.*", "");
            boolean known = !CodeKnowledge.initcalls().find(function).isEmpty()
                    || row.name().contains("[");
            assertThat(known).as(row.name()).isTrue();
        }
    }

    @Test
    void everyRowCanHold() {
        List<KnownCause> all = KnownCauses.shipped().all();
        for (int at = 0; at < all.size(); at++) {
            KnownCause row = all.get(at);
            assertThat(all.subList(0, at).stream()
                            .filter(before -> before.subject() == row.subject()
                                    && before.name().equals(row.name()))
                            .filter(before -> before.architectures().isEmpty()
                                    || before.architectures().containsAll(row.architectures())
                                            && !row.architectures().isEmpty())
                            .filter(before -> before.until() == null
                                    || row.until() != null && row.until().compareTo(before.until()) <= 0))
                    .as("rows that hide " + row)
                    .isEmpty();
        }
        assertThat(all).hasSizeGreaterThan(200);
    }

    @Test
    void theFirstRowThatFitsHolds() {
        KnownCauses causes = KnownCauses.shipped();

        assertThat(causes.initcall("crypto_algapi_init", null, new KernelVersion(6, 12, 30), "x86")
                        .remedy())
                .contains("cryptomgr.notests");
        assertThat(causes.initcall("init_module", "raid6_pq", new KernelVersion(6, 1, 0), "x86")
                        .cause())
                .contains("RAID6");
        assertThat(causes.initcall("init_module", "nobody", new KernelVersion(6, 1, 0), "x86"))
                .isNull();
        assertThat(causes.of(Subject.PROBE, "virtio0", new KernelVersion(6, 1, 0), "x86"))
                .isNotNull();
        assertThat(causes.of(Subject.PROBE, "2-0048", new KernelVersion(6, 12, 0), "arm64"))
                .isNotNull();
        assertThat(causes.of(Subject.PROBE, "2-0048", new KernelVersion(6, 12, 0), "x86")
                        .cause())
                .doesNotContain("I2C");
    }

    @Test
    void anOlderKernelIsToldThatTheSourceIsNewer() {
        KnownCause quiet = KnownCauses.shipped().initcall("pty_init", null, new KernelVersion(5, 10, 0), "x86");

        assertThat(quiet.solution(new KernelVersion(5, 10, 0)))
                .endsWith("looked up in Linux 6.1, which is newer than this one");
        assertThat(quiet.solution(new KernelVersion(6, 1, 9))).doesNotContain("looked up");
    }
}
