package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.machine.CommandLineGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are cut, wrapped, glued, coloured or damaged, and such that only look like ours. */
class DamagedLinesTest extends ReadLog {
    @Test
    void aDurationMovedToTheFrontIsPutBack() {
        given(" 897653 usecs [   14.366837] initcall svm_init+0x0/0x70 [kvm] returned 0 \n"
                + " 596907 usecs [    4.307885] initcall certs_init+0x0/0x30 returned 0 \n");

        assertThat(all(InitcallFinished.class).map(done -> String.valueOf(done.reported())))
                .hasSize(2)
                .first()
                .asString()
                .contains("897653");
        onlyBoot();
    }

    @Test
    void aBracketAloneIsNoDamagedStamp() {
        given("""
                {"message":"[    0.000000] Linux version 6.1.0 (x)"}
                {"message":"[    1.000000] calling  a_init+0x0/0x1 @ 1"}
                {"message":"] x"}
                """);

        assertThat(calls()).containsExactly("a_init 1000000");
    }

    @Test
    void ourMessageWithADamagedStampIsCounted() {
        given(HEAD + "[    0.2#0000] calling  b_init+0x0/0x10 @ 1\n[  0.2 0] usb: calling nobody\n" + TAIL);

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'[99999999999999999999.000000] ', 0, 5",
        "'[99999999999999999999.000000][    T1] ', 0, 5",
        "'[9999999999999999999999999999999999999999.000000] ', 0, 5",
        "'[    0.200000] ', 99999999999999999999, 5",
        "'[    0.200000] ', 0, 99999999999999999999",
        "'[99999999999999999999.000000] ', 99999999999999999999, 99999999999999999999",
    })
    void ourMessageWithANumberThatNoKernelPrintsIsCounted(String stamp, String returned, String duration) {
        given(HEAD + stamp + "initcall b_init+0x0/0x10 returned " + returned + " after " + duration + " usecs\n"
                + TAIL);

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @Test
    void aMessageBrokenBehindItsFirstWordAndAgainIsJoined() {
        given("""
                [  311.364913][    T1] calling  acme_reserved_memory_regions_init+0x0/0x374 @ 1
                [  311.374913][    T1] initcall
                acme_reserved_memory_regions_init+0x0/0x374 returned 0 after 7812
                usecs
                [  311.384913][    T1] calling  acme_two_init+0x0/0x374 @ 1
                """);

        assertThat(all(InitcallFinished.class)).hasSize(1);
        assertThat(onlyBoot())
                .extracting(BootRecorded::recognised, BootRecorded::malformed)
                .containsExactly(5L, 0L);
    }

    @Test
    void aSoftLineBreakInsideAWordOrACharacterIsUndone() {
        given("""
                [    0.000000] Linux version 6.18.0-rc5-bisect-00022-g832f811=
                c236d (me@host) (gcc 14) #1 SMP PREEMPT Mon Jan  5
                [=C2=A0=C2=A0=C2=A0 0.000000] Kernel command line: root=3D/dev/sda5=C2=
                =A0 panic=3D-1 console=3DttyS0
                """);

        assertThat(releases()).containsExactly("6.18.0-rc5-bisect-00022-g832f811c236d");
        assertThat(all(CommandLineGiven.class).map(CommandLineGiven::commandLine))
                .containsExactly("root=/dev/sda5  panic=-1 console=ttyS0");
    }

    @Test
    void userSpaceInFrontOfAKernelLineIsPutAside() {
        given(HEAD + "Loading loop: [   10.117530] calling  loop_init+0x0/0x1000 [loop] @ 99\r\n");

        assertThat(calls()).contains("loop_init 10117530");
    }

    @Test
    void twoKernelLinesInOneAreBothRead() {
        given(
                HEAD
                        + "[    0.2] x[    0.300000] calling  a_init+0x0/0x10 @ 1[    0.400000] initcall a_init+0x0/0x10 returned 0 after 5 usecs\n");

        assertThat(calls()).contains("a_init 300000");
        assertThat(all(InitcallFinished.class)).hasSize(2);
        assertThat(onlyBoot().lines()).isEqualTo(5);
    }

    @Test
    void aPciQuirkIsNoInitcall() {
        given(HEAD + "[    2.949044] pci 0000:00:1f.0: calling  quirk_ich7_lpc+0x0/0x60 @ 1\n");

        assertThat(calls()).containsExactly("con_init 100000");
    }

    @Test
    void whatUserSpaceWroteIntoTheKernelLogIsNoInitcall() {
        given("7,1,100,-;calling  a_init+0x0/0x10 @ 1\n12,2,200,-;calling  fake+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 100");
        assertThat(all(MessageLogged.class)).hasSize(1);
    }

    @Test
    void aGapInTheNumbersOfKmsgIsLoss() {
        given("5,0,0,-;Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n6,8,100,-;x\n DEVICE=+pci:0000:00:01.0\n");

        assertThat(all(MessagesLost.class)).containsExactly(new MessagesLost(7));
    }

    @Test
    void aMessageThatAMailProgramWrappedIsJoined() {
        given("""
                > [    0.096491] initcall xen_pvh_gnttab_setup+0x0/0x34 returned -19 after
                > 0 usecs
                > [    0.100353] calling  xenbus_init+0x0/0x322 @ 1
                """);

        assertThat(all(InitcallFinished.class)).hasSize(1);
        assertThat(onlyBoot())
                .extracting(BootRecorded::recognised, BootRecorded::malformed)
                .containsExactly(3L, 0L);
    }

    @Test
    void aMessageThatIsCutIsShownAsNotUnderstood() {
        given(HEAD + "[    0.300000] initcall camel");

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @Test
    void coloursNoiseAndEntitiesAreCleanedAway() {
        given("""
                \u001b[32m[    0.100000] \u001b[0mcalling  a_init+0x0/0x10 @ 1
                \u0000\u0000[    0.200000] calling  b_init+0x0/0x10 @ 1
                [\u00a0\u00a0\u00a0 0.300000] calling\u00a0 c_init+0x0/0x10 @ 1
                &lt;7&gt;[    0.400000] calling  d_init+0x0/0x10 @ 1
                """);

        assertThat(calls()).containsExactly("a_init 100000", "b_init 200000", "c_init 300000", "d_init 400000");
    }
}
