package io.bootledger.analyzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.knowledge.KernelFacts.Code;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written is what is read. */
class CodeKnowledgeTextTest {
    private static final KernelVersion OLD = new KernelVersion(6, 1, 9);
    private static final KernelVersion NEW = new KernelVersion(7, 2, 1);

    private static final List<KernelFacts> KERNELS = List.of(
            new KernelFacts(
                    NEW,
                    List.of(
                            new Code("acpi_init", "drivers/acpi/bus.c", "ACPI", "subsys", List.of("ACPI")),
                            new Code("moved_init", "lib/moved.c", "MOVED", "device", List.of())),
                    List.of(new Code("zram", "drivers/block/zram/zram_drv.c", "ZRAM", "", List.of("ZRAM"))),
                    Set.of("quiet", "CONFIG_ZRAM", "zram.num_devices")),
            new KernelFacts(
                    OLD,
                    List.of(
                            new Code("acpi_init", "drivers/acpi/bus.c", "ACPI", "subsys", List.of("OLD ACPI")),
                            new Code("gone_init", "lib/gone.c", "", "late_sync", List.of()),
                            new Code("moved_init", "lib/moved.c", "OLD_MOVED", "late", List.of("LIBRARY"))),
                    List.of(),
                    Set.of("quiet")));

    @Test
    void initFunctionsOfSeveralKernelsAreOneTable() {
        CodeKnowledge known = CodeKnowledge.of(CodeKnowledgeText.initcalls(KERNELS));

        assertThat(known.kernels()).containsExactly(OLD, NEW);
        assertThat(known.find("acpi_init")).singleElement().satisfies(code -> {
            assertThat(code.file()).isEqualTo("drivers/acpi/bus.c");
            assertThat(code.kconfig().at(NEW)).isEqualTo("ACPI");
            assertThat(code.isAt(InitcallLevel.SUBSYS, OLD)).isTrue();
            assertThat(code.kernels()).containsExactly(0, 1);
            assertThat(code.owners()).containsExactly("ACPI");
        });
        assertThat(known.find("acpi")).isEmpty();
        assertThat(known.find("acpi_init_more")).isEmpty();
    }

    @Test
    void whatDiffersBetweenKernelsIsTheKernelsOwn() {
        KnownCode moved = CodeKnowledge.of(CodeKnowledgeText.initcalls(KERNELS))
                .find("moved_init")
                .get(0);

        assertThat(moved.kconfig().at(OLD)).isEqualTo("OLD_MOVED");
        assertThat(moved.kconfig().at(NEW)).isEqualTo("MOVED");
        assertThat(moved.isAt(InitcallLevel.LATE, OLD)).isTrue();
        assertThat(moved.isAt(InitcallLevel.DEVICE, NEW)).isTrue();
        assertThat(moved.owners()).containsExactly("LIBRARY");
    }

    @Test
    void aHalfOfALevelIsThatLevel() {
        KnownCode gone = CodeKnowledge.of(CodeKnowledgeText.initcalls(KERNELS))
                .find("gone_init")
                .get(0);

        assertThat(gone.kernels()).containsExactly(0);
        assertThat(gone.isAt(InitcallLevel.LATE, OLD)).isTrue();
        assertThat(gone.kconfig().at(OLD)).isEmpty();
    }

    @Test
    void modulesAndWordsAreKept() {
        assertThat(CodeKnowledge.of(CodeKnowledgeText.modules(KERNELS))
                        .find("zram")
                        .get(0)
                        .owners())
                .containsExactly("ZRAM");
        KnownWords words = KnownWords.of(CodeKnowledgeText.words(KERNELS));
        assertThat(words.knowing("quiet")).containsExactly(OLD, NEW);
        assertThat(words.knowing("CONFIG_ZRAM")).containsExactly(NEW);
        assertThat(words.knowing("nobody")).isEmpty();
    }

    @Test
    void theOrderOfTheKernelsDoesNotMatter() {
        assertThat(CodeKnowledgeText.initcalls(List.of(KERNELS.get(1), KERNELS.get(0))))
                .isEqualTo(CodeKnowledgeText.initcalls(KERNELS));
    }
}
