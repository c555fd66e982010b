package io.bootledger.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.cli.input.LikeLog;
import io.bootledger.cli.output.Messages;
import io.bootledger.simulator.scenario.Edit;
import io.bootledger.simulator.scenario.Prediction;
import io.bootledger.simulator.scenario.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine made like a log gains lies inside what the analyzer says of the log. */
class ToldGainTest {
    private static final Path SAMPLES = Path.of("../traces/samples");

    @Test
    void ofASample() {
        agrees(SAMPLES.resolve("amd64-6.1-cloud/dmesg.txt"));
        agrees(SAMPLES.resolve("amd64-7.2-cloud/dmesg.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "causes/o1-6.1-1cpu-gz",
                "causes/o2-6.12-1cpu-xz",
                "causes/o4-7.2-2cpu-zst",
                "causes/o5-6.1-2cpu-small-mods",
                "causes/w0-6.12-ic-base",
                "causes/w3-6.12-ic-notests",
                "causes/w5-6.12-ic-nokdf"
            })
    void ofABootThatWaits(String boot) {
        String more = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(more).isNotNull();
        agrees(Path.of(more, boot, "dmesg.txt"));
    }

    private static void agrees(Path log) {
        LikeLog like = LikeLog.of(log, null, new Messages(new PrintWriter(new StringWriter()), false));
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (WhatIf told : like.boot().accounting().whatIfs()) {
            if (holdsProbesOfUnknownThreads(like.boot(), told.target())) {
                continue;
            }
            for (Edit edit : edits(told, like.scenario())) {
                Prediction prediction = Prediction.of(like.scenario(), edit.apply(like.scenario()), 1);
                long gained = prediction.beforeUs() - prediction.afterUs();
                assertThat(ToldGain.of(like.boot(), edit)).isEqualTo(told);
                checked++;
                if (gained < told.gainLowUs() || gained > told.gainHighUs()) {
                    wrong.add(
                            edit + " gained " + gained + " us; told " + told.gainLowUs() + " to " + told.gainHighUs());
                }
            }
        }
        assertThat(checked).isGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    /** Such a probe is given to the call around it, for want of anything better. */
    private static boolean holdsProbesOfUnknownThreads(BootAnalysis boot, String function) {
        List<Probe> probes = boot.timeline().probes();
        List<ProbeThread> threads = boot.accounting().nesting().threads();
        return boot.timeline().initcalls().stream()
                .filter(call -> call.function().equals(function) && call.endLine() != null)
                .anyMatch(call -> IntStream.range(0, probes.size())
                        .filter(i -> threads.get(i).kind() != ProbeThread.Kind.BOOT)
                        .mapToLong(i -> probes.get(i).line())
                        .anyMatch(line -> line > call.line() && line < call.endLine()));
    }

    private static List<Edit> edits(WhatIf told, Scenario machine) {
        String call = "initcall." + told.target() + ".";
        List<String> changes = switch (told.action()) {
            case FASTER ->
                machine.machine().initcalls().stream()
                                        .filter(found -> found.function().equals(told.target()))
                                        .count()
                                == 1
                        ? told.words().endsWith("gone")
                                ? List.of(call + "faster=60%", call + "remove")
                                : List.of(call + "faster=60%")
                        : List.of();
            case INITRAMFS -> List.of("initramfs.faster=50%", "initramfs.faster=100%");
            case NO_SELF_TESTS -> List.of("cmdline=cryptomgr.notests=1");
            case UNPACK_AT_ONCE -> List.of("cmdline=initramfs_async=0");
            default -> List.of();
        };
        return changes.stream().map(Edit::parse).toList();
    }
}
