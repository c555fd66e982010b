package io.bootledger.analyzer.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.path.PathEntry.Kind;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private static BootAnalysis waitingBoot() {
        return Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(100_000)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                .at(150_000)
                .calling("acpi_init", 1)
                .at(180_000)
                .returned("acpi_init", 0, 29_900)
                .at(200_000)
                .calling("crypto_kdf108_init", 1)
                .at(1_200_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .at(1_220_000)
                .returned("crypto_kdf108_init", 0, 1_020_000)
                .at(1_300_000)
                .then(new InitProcessStarted("/init"))
                .analysis();
    }

    @Test
    void itTilesTheBootWithoutHoleOrOverlap() {
        BootAnalysis boot = waitingBoot();
        List<PathEntry> path = boot.accounting().criticalPath();

        assertThat(path.get(0).toUs()).isEqualTo(boot.accounting().ledger().toUs());
        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i).toUs()).isEqualTo(path.get(i - 1).fromUs());
        }
        assertThat(path.stream().mapToLong(PathEntry::us).sum())
                .isEqualTo(boot.accounting().ledger().totalUs());
    }

    @Test
    void theTimeOfASureWaitIsThatOfWhoeverEndsIt() {
        List<PathEntry> waits = waitingBoot().accounting().criticalPath().stream()
                .filter(entry -> entry.kind() == Kind.WAIT)
                .toList();

        assertThat(waits).hasSize(1);
        assertThat(waits.get(0).owner()).isEqualTo("async do_populate_rootfs");
        assertThat(waits.get(0).fromUs()).isEqualTo(300_000);
        assertThat(waits.get(0).toUs()).isEqualTo(1_200_000);
    }

    @Test
    void aCallWithoutKnownWaitsHasItsTime() {
        assertThat(waitingBoot().accounting().criticalPath())
                .anyMatch(entry -> entry.owner().equals("acpi_init") && entry.us() == 30_000);
    }

    @Test
    void aCallThatNeverReturnedHasTheTimeUntilTheLogEnds() {
        BootAnalysis boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(100_000)
                .calling("acpi_init", 1)
                .at(130_000)
                .returned("acpi_init", 0, 29_900)
                .at(200_000)
                .calling("deferred_probe_initcall", 1)
                .at(900_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .analysis();

        PathEntry last = boot.accounting().criticalPath().get(0);
        assertThat(last.owner()).isEqualTo("deferred_probe_initcall");
        assertThat(last.fromUs()).isEqualTo(200_000);
        assertThat(last.toUs()).isEqualTo(boot.accounting().ledger().toUs());
    }
}
