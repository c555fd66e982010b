package io.bootledger.analyzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where init functions come from, by what Bootledger ships. */
class CodeOriginsTest {
    private static final CodeOrigins PC = new CodeOrigins("x86", new KernelVersion(6, 1, 0));
    private static final CodeOrigins BOARD = new CodeOrigins("arm64", new KernelVersion(6, 12, 0));

    @Test
    void aFunctionHasItsFileItsSymbolAndItsSection() {
        assertThat(PC.of("acpi_init", null, InitcallLevel.SUBSYS))
                .isEqualTo(new CodeOrigin("drivers/acpi/bus.c", "ACPI", "ACPI"));
    }

    @Test
    void anUnknownNameStaysUnknown() {
        assertThat(PC.of("nobody_wrote_this_init", null, null)).isEqualTo(CodeOrigin.UNKNOWN);
    }

    @Test
    void ownArchitectureComesFirst() {
        assertThat(PC.of("topology_init", null, InitcallLevel.SUBSYS).file()).startsWith("arch/x86/");
        assertThat(new CodeOrigins("powerpc", null)
                        .of("topology_init", null, null)
                        .file())
                .startsWith("arch/powerpc/");
    }

    @Test
    void theModuleInBracketsTellsNamesApart() {
        assertThat(PC.of("init_module", "raid6_pq", InitcallLevel.MODULE).file())
                .startsWith("lib/raid6/");
        assertThat(PC.of("init", "virtio_blk", null).file()).isEqualTo("drivers/block/virtio_blk.c");
        assertThat(BOARD.of("init_module", "zram", null).owner()).isEqualTo("ZRAM COMPRESSED RAM BLOCK DEVICE DRVIER");
    }

    @Test
    void theNearestKernelAndTheLevelTellTheRest() {
        assertThat(new CodeOrigins("x86", new KernelVersion(5, 10, 0))
                        .of("raid6_select_algo", null, null)
                        .file())
                .isEqualTo("lib/raid6/algos.c");
        assertThat(CodeKnowledge.initcalls().find("slab_sysfs_init"))
                .allSatisfy(code -> assertThat(code.kernels()).isNotEmpty());
    }

    @Test
    void whatNothingTellsApartIsUnknown() {
        assertThat(CodeKnowledge.initcalls().find("hid_init").size()).isGreaterThan(1);
        assertThat(PC.of("hid_init", null, null).file()).isNull();
    }

    @Test
    void theArchitectureIsToldByWhatOnlyOneHas() {
        assertThat(Architectures.of(Stream.of("acpi_init", "init_hw_perf_events", "net_dev_init")))
                .isNull();
        assertThat(Architectures.of(Stream.of("acpi_init", "do_init_real_mode")))
                .isEqualTo("x86");
        assertThat(Architectures.of(Stream.empty())).isNull();
    }

    @Test
    void aFactHoldsFromItsKernelOn() {
        ByKernel level = new ByKernel("6.1=subsys;7.2=device");

        assertThat(level.at(new KernelVersion(5, 4, 0))).isEqualTo("subsys");
        assertThat(level.at(new KernelVersion(6, 12, 3))).isEqualTo("subsys");
        assertThat(level.at(new KernelVersion(7, 3, 0))).isEqualTo("device");
    }
}
