package io.bootledger.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.analyzer.compare.measure.Speed;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /** Some initcalls of 1 ms each, then init; what stands between is given. */
    private static String log(String between) {
        return """
                [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
                [    0.000000] Command line: initcall_debug
                """ + between + "[    0.900000] Freeing unused kernel image (initmem) memory: 100K\n"
                + "[    1.000000] Run /init as init process\n";
    }

    private static String call(String symbol, long startUs, long durationUs, int value) {
        return String.format("[    0.%06d] calling  %s+0x0/0x10 @ 1\n", startUs, symbol)
                + String.format(
                        "[    0.%06d] initcall %s+0x0/0x10 returned %d after %d usecs\n",
                        startUs + durationUs, symbol, value, durationUs);
    }

    private static String calls(String... symbols) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < symbols.length; i++) {
            log.append(call(symbols[i], 100_000 + 10_000L * i, 1_000, 0));
        }
        return log.toString();
    }

    @Test
    void theSameBootDiffersInNothing() {
        Comparison same = ComparedLogs.ofLogs(log(calls("a_init", "b_init")), log(calls("a_init", "b_init")));

        assertThat(same.total().shift()).isEqualTo(new Shift(0, null, null));
        assertThat(same.waterfall().rows())
                .allSatisfy(row -> assertThat(row.us()).isZero());
        assertThat(same.only(Kind.COMMON)).hasSize(2);
        assertThat(same.orderMoves()).isEmpty();
        assertThat(same.kernels().wordsAdded()).isEmpty();
        assertThat(same.limits()).singleElement().asString().contains("one boot each cannot tell");
    }

    @Test
    void aSlowerInitcallIsNamedAndTheRowsLeaveNoRest() {
        Comparison slower =
                ComparedLogs.ofLogs(log(call("a_init", 100_000, 1_000, 0)), log(call("a_init", 100_000, 51_000, 0)));

        assertThat(slower.initcalls())
                .containsExactly(new InitcallChange(
                        new InitcallKey("a_init", null, 1),
                        slower.initcalls().get(0).level(),
                        null,
                        Kind.COMMON,
                        1_000L,
                        51_000L,
                        new Shift(50_000, null, null)));
        assertThat(row(slower, Waterfall.Kind.INITCALL, "a_init")).isEqualTo(50_000);
        assertThat(slower.waterfall().rows().stream()
                        .filter(row -> row.kind() == Waterfall.Kind.GAP)
                        .mapToLong(Waterfall.Row::us)
                        .sum())
                .isEqualTo(-50_000);
        assertThat(row(slower, Waterfall.Kind.REST, "rest")).isZero();
    }

    private static long row(Comparison comparison, Waterfall.Kind kind, String name) {
        return comparison.waterfall().rows().stream()
                .filter(row -> row.kind() == kind && row.name().equals(name))
                .mapToLong(Waterfall.Row::us)
                .sum();
    }

    /** The numbers in the stubs' names are the compiler's and the source lines', other in every build. */
    @Test
    void anLtoRebuildChangesNothing() {
        Comparison rebuilt = ComparedLogs.ofLogs(
                log(calls(
                        "__initstub__kmod_main__123_45_a_init4.cfi_jt",
                        "__initstub__kmod_sd_mod__7_3000_init_sd6",
                        "b_init.llvm.1234567890",
                        "c_init")),
                log(calls(
                        "__initstub__kmod_main__129_61_a_init4.cfi_jt",
                        "__initstub__kmod_sd_mod__9_3011_init_sd6.llvm.5",
                        "b_init.llvm.999",
                        "c_init.cfi_jt")));

        assertThat(rebuilt.initcalls())
                .extracting(change -> change.key().toString(), InitcallChange::kind)
                .containsExactlyInAnyOrder(tuple("a_init"), tuple("init_sd"), tuple("b_init"), tuple("c_init"));
        assertThat(rebuilt.orderMoves()).isEmpty();
        assertThat(rebuilt.total().shift().us()).isZero();
    }

    private static Tuple tuple(String name) {
        return Tuple.tuple(name, Kind.COMMON);
    }

    @Test
    void whatCameAndWentIsTold() {
        Comparison changed =
                ComparedLogs.ofLogs(log(calls("a_init", "old_init")), log(calls("a_init", "new_init", "b_init")));

        assertThat(names(changed.only(Kind.NEW))).containsExactly("b_init", "new_init");
        assertThat(names(changed.only(Kind.GONE))).containsExactly("old_init");
        assertThat(row(changed, Waterfall.Kind.ADDED, "new_init")).isEqualTo(1_000);
        assertThat(row(changed, Waterfall.Kind.REMOVED, "old_init")).isEqualTo(-1_000);
    }

    private static List<String> names(List<InitcallChange> changes) {
        return changes.stream().map(change -> change.key().toString()).toList();
    }

    @Test
    void functionsOfOneNameAreToldApartByTheirOrder() {
        Comparison changed = ComparedLogs.ofLogs(log(calls("init", "init")), log(calls("init", "init", "init")));

        assertThat(names(changed.only(Kind.COMMON))).containsExactly("init", "init #2");
        assertThat(names(changed.only(Kind.NEW))).containsExactly("init #3");
    }

    @Test
    void anInitcallThatMovedIsTheOnlyOneThatMoved() {
        Comparison moved =
                ComparedLogs.ofLogs(log(calls("a", "b", "c", "d", "e")), log(calls("a", "c", "d", "b", "e")));

        assertThat(moved.orderMoves()).containsExactly(new OrderMove(new InitcallKey("b", null, 1), 2, 4));
    }

    @Test
    void anInitcallAtAnotherLevelIsTold() {
        String level = "[    0.%06d] entering initcall level: %s\n";
        Comparison moved = ComparedLogs.ofLogs(
                log(String.format(level, 90_000, "subsys") + calls("a_init") + String.format(level, 200_000, "device")),
                log(String.format(level, 80_000, "subsys") + String.format(level, 90_000, "device") + calls("a_init")));

        assertThat(moved.levelMoves())
                .containsExactly(
                        new LevelMove(new InitcallKey("a_init", null, 1), InitcallLevel.SUBSYS, InitcallLevel.DEVICE));
    }

    @Test
    void anotherReturnValueAndANewFailureAreTold() {
        Comparison changed =
                ComparedLogs.ofLogs(log(call("a_init", 100_000, 10, 0)), log(call("a_init", 100_000, 10, -12)));

        assertThat(changed.structure().changedReturns())
                .containsExactly(new Structure.ChangedReturn(new InitcallKey("a_init", null, 1), 0, -12));
        assertThat(changed.structure().newFailures()).containsExactly("initcall a_init (ENOMEM)");
        Comparison mended =
                ComparedLogs.ofLogs(log(call("a_init", 100_000, 10, -12)), log(call("a_init", 100_000, 10, 0)));
        assertThat(mended.structure().goneFailures()).containsExactly("initcall a_init (ENOMEM)");
    }

    @Test
    void aDeviceThatIsPutOffMoreOftenIsTold() {
        String calling = "[    0.200000] calling  drv_init+0x0/0x10 @ 1\n";
        String returned = "[    0.300000] initcall drv_init+0x0/0x10 returned 0 after 100000 usecs\n";
        String putOff = "[    0.25000%d] probe of 1.usb returned -517 after 40 usecs\n";
        String bound = "[    0.280000] probe of 1.usb returned 0 after 10 usecs\n";

        Comparison changed = ComparedLogs.ofLogs(
                log(calling + String.format(putOff, 1) + bound + returned),
                log(calling + String.format(putOff.repeat(3), 1, 2, 3) + bound + returned));

        assertThat(changed.deferrals()).containsExactly(new DeferralChange("1.usb", 1, 3, 40, 120));
    }

    @Test
    void aCandidateThatBreaksOffIsComparedAsFarAsItGoes() {
        Comparison cut = ComparedLogs.ofLogs(log(calls("a", "b", "c", "d")), """
                [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
                """ + calls("a", "c"));

        assertThat(cut.total()).isNull();
        assertThat(cut.waterfall()).isNull();
        assertThat(names(cut.only(Kind.COMMON))).containsExactly("a", "c");
        assertThat(names(cut.only(Kind.GONE))).containsExactly("b");
        assertThat(cut.limits())
                .anySatisfy(limit -> assertThat(limit).contains("candidate", "no sign of init in its log"));
    }

    @Test
    void aSideWithoutInitcallsHasItsTotalCompared() {
        Comparison without = ComparedLogs.ofLogs(log(calls("a", "b")), log("").replace("initcall_debug", "quiet"));

        assertThat(without.total().shift().us()).isZero();
        assertThat(without.initcalls()).isEmpty();
        assertThat(without.only(Kind.GONE)).isEmpty();
        assertThat(without.limits()).anySatisfy(limit -> assertThat(limit).contains("boot it with initcall_debug"));
        assertThat(without.waterfall().rows().stream()
                        .mapToLong(Waterfall.Row::us)
                        .sum())
                .isZero();
    }

    @Test
    void anotherMachineIsNoReasonToRefuse() {
        String dmi = "[    0.001000] DMI: Maker Model %d, BIOS 1 01/01/2020\n";
        ComparedBoot one = ComparedLogs.boot(log(String.format(dmi, 1) + calls("a")));
        ComparedBoot other = ComparedLogs.boot(log(String.format(dmi, 2) + calls("a")));

        assertThat(ComparedLogs.of(List.of(one), List.of(other)).unlike())
                .extracting(Environment.Difference::key)
                .containsExactly("machine");
        assertThat(Comparison.of(List.of(one), List.of(other), false, Set.of("machine"))
                        .unlike())
                .isEmpty();
    }

    @Test
    void aMachineThatIsSlowerAsAWholeIsTheEnvironmentAndNoInitcall() {
        List<String> names = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            names.add("driver_" + i + "_init");
            before.append(call(names.get(i), 100_000 + 20_000L * i, 5_000, 0));
            after.append(call(names.get(i), 100_000 + 20_000L * i, 10_000, 0));
        }

        String slow = log(after.toString()).replace("[    1.000000]", "[    2.000000]");

        Comparison slower = ComparedLogs.ofLogs(log(before.toString()), slow);

        assertThat(slower.speed()).isEqualTo(new Speed(2_000, 20, 2_000, 2_000));
        assertThat(slower.initcalls())
                .allSatisfy(change -> assertThat(change.size()).isZero());
        assertThat(slower.limits()).anySatisfy(limit -> assertThat(limit).contains("--order interleaved"));

        Comparison ofShortOnes = ComparedLogs.ofLogs(log(before.toString()), log(after.toString()));
        assertThat(ofShortOnes.speed()).isNull();
        assertThat(ofShortOnes.initcalls())
                .allSatisfy(change -> assertThat(change.size()).isEqualTo(5_000));
    }

    @Test
    void noBootsAreRefused() {
        assertThatThrownBy(() -> ComparedLogs.of(List.of(), List.of())).hasMessage("no boots to compare: 0 against 0");
    }

    /** What a host stamped of a boot: so many seconds of a loader, of the kernel, and of user space. */
    private static String captured(int loader, int kernel, int userSpace) {
        StringBuilder log = new StringBuilder("[1.000000 0.000100] U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n");
        for (int i = 0; i < 10; i++) {
            log.append("[%d.%d00000 0.000100] [    0.%d00000] a record\n".formatted(1 + loader, i, i));
        }
        log.append("[%d.000000 0.000100] [    %d.000000] Run /sbin/init as init process\n"
                .formatted(1 + loader + kernel, kernel));
        log.append("[%d.000000 0.000100] Welcome to Debian GNU/Linux 13 (trixie)!\n".formatted(1 + loader + kernel));
        return log.append("[%d.000000 0.000100] host login:\n".formatted(1 + loader + kernel + userSpace))
                .toString();
    }

    @Test
    void whoBecameSlowerFromPowerOnToLoginIsTold() {
        SegmentChanges segments =
                ComparedLogs.ofLogs(captured(2, 3, 4), captured(3, 2, 9)).segments();

        assertThat(segments.changes())
                .extracting(change -> change.name() + " " + change.baselineUs() + " " + change.candidateUs() + " "
                        + change.shift().us())
                .containsExactly(
                        "U-Boot 2000000 3000000 1000000",
                        "kernel 3000000 2000000 -1000000",
                        "user space 4000000 9000000 5000000");
        assertThat(segments.uncertaintyUs()).isEqualTo(1);
    }

    @Test
    void whereOneSideHasNoSuchClockNothingIsShiftedButTheKernel() {
        SegmentChanges segments =
                ComparedLogs.ofLogs(log(calls("a_init")), captured(3, 2, 9)).segments();

        assertThat(segments.changes()).isNotEmpty().allMatch(change -> change.shift() == null);
    }
}
