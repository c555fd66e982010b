package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void everyMicrosecondUntilInitIsBookedOnce() {
        Story boot = Story.ofKernel("6.1.0")
                .at(100)
                .then(new CommandLineGiven("initcall_debug", true))
                .at(400)
                .calling("one_init", 1)
                .at(900)
                .returned("one_init", 0, 480)
                .at(950)
                .calling("two_init", 1)
                .at(1_200)
                .probe("i2c-1", 0, 150)
                .at(1_250)
                .returned("two_init", 0, 290)
                .at(1_300)
                .then(new MemoryFreed("unused kernel memory", 64))
                .at(1_320)
                .then(new ReadOnlyDataProtected("Write protecting"))
                .at(1_400)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::kind, Account::name, Account::us)
                .containsExactly(
                        tuple(Kind.BEFORE_INITCALLS, "until the command line", 100L),
                        tuple(Kind.BEFORE_INITCALLS, "until the first initcall", 300L),
                        tuple(Kind.INITCALL, "one_init", 500L),
                        tuple(Kind.GAP, "between unplaced initcalls", 50L),
                        tuple(Kind.PROBE, "i2c-1", 150L),
                        tuple(Kind.INITCALL, "two_init", 150L),
                        tuple(Kind.ASYNC_WAIT, "kernel_init until free_initmem", 50L),
                        tuple(Kind.FREE_INIT_MEMORY, "until write protection", 20L),
                        tuple(Kind.UNTIL_INIT, "until init runs", 80L));
    }

    @Test
    void aProbeInsideAProbeIsNotCountedTwice() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("bus_init", 1)
                .at(300)
                .probe("bus:child", 0, 100)
                .at(400)
                .probe("bus", 0, 350)
                .at(450)
                .returned("bus_init", 0, 450)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::name, Account::us)
                .containsExactly(tuple("bus:child", 100L), tuple("bus", 250L), tuple("bus_init", 100L));
        assertThat(ledger(boot).postings())
                .extracting(Posting::name, Posting::inside, Posting::us)
                .containsExactly(
                        tuple("bus:child", List.of("bus_init", "bus"), 100L),
                        tuple("bus", List.of("bus_init"), 250L),
                        tuple("bus_init", List.of(), 100L));
    }

    @Test
    void aDeviceProbedInTwoInitcallsHasOneAccountAndAPostingForEach() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("bus_init", 1)
                .at(100)
                .probe("dev", -517, 60)
                .at(200)
                .returned("bus_init", 0, 200)
                .calling("clk_init", 1)
                .at(300)
                .probe("dev", 0, 70)
                .returned("clk_init", 0, 100)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts()).contains(new Account(Kind.PROBE, "dev", null, 130));
        assertThat(ledger(boot).postings())
                .filteredOn(posting -> posting.kind() == Kind.PROBE)
                .extracting(Posting::inside, Posting::us)
                .containsExactly(tuple(List.of("bus_init"), 60L), tuple(List.of("clk_init"), 70L));
    }

    @Test
    void modulesLoadedByOtherTasksAreNotOnTheBootThread() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("slow_init", 1)
                .at(100)
                .callingModule("init_module", "raid6_pq", 77)
                .at(700)
                .moduleReturned("init_module", "raid6_pq", 0, 600)
                .at(800)
                .returned("slow_init", 0, 800)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::name, Account::us)
                .containsExactly(tuple("slow_init", 800L));
    }

    @Test
    void timeInWhichMessagesWereLostIsUnknown() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("one_init", 1)
                .at(10)
                .returned("one_init", 0, 10)
                .at(500)
                .then(new MessagesLost(20))
                .at(600)
                .calling("nine_init", 1)
                .at(700)
                .returned("nine_init", 0, 100)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).us(Kind.UNKNOWN)).isEqualTo(590);
    }

    @Test
    void aCallWhoseReturnIsLostDoesNotGetTheTimeOfTheNext() {
        Story boot = Story.ofKernel("6.1.0")
                .at(0)
                .calling("cut_init", 1)
                .at(100)
                .calling("next_init", 1)
                .at(250)
                .returned("next_init", 0, 150)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::kind, Account::name, Account::us)
                .containsExactly(
                        tuple(Kind.UNKNOWN, "the return of cut_init is lost", 100L),
                        tuple(Kind.INITCALL, "next_init", 150L));
    }

    @Test
    void aBootThatHangsIsBookedOnTheCallItHangsIn() {
        Story boot =
                Story.ofKernel("6.1.0").at(0).calling("hung_init", 1).at(9_000).says("rcu: stall");

        Ledger ledger = ledger(boot);

        assertThat(ledger.ends()).isEqualTo(Ledger.End.LOG_ENDED);
        assertThat(ledger.accounts()).containsExactly(new Account(Kind.INITCALL, "hung_init", null, 9_000));
    }

    @Test
    void theOtherCpusComeUpBetweenTheEarlyInitcallsAndTheMainLoop() {
        Story boot = Story.ofKernel("7.2.0")
                .at(0)
                .calling("con_init", 0)
                .at(10)
                .returned("con_init", 0, 10)
                .then(new LevelEntered(InitcallLevel.EARLY))
                .at(110)
                .calling("cpu_stop_init", 1)
                .at(120)
                .returned("cpu_stop_init", 0, 10)
                .at(320)
                .then(new CpusBroughtUp(1, 4))
                .at(350)
                .then(new LevelEntered(InitcallLevel.PURE))
                .calling("ipc_ns_init", 1)
                .at(360)
                .returned("ipc_ns_init", 0, 10)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.LEVEL_CHANGE)
                .extracting(Account::name, Account::us)
                .containsExactly(
                        tuple("start_kernel after console_init", 100L),
                        tuple("smp_init", 200L),
                        tuple("smp_init to do_initcalls", 30L));
    }

    @Test
    void withoutInitcallsTheTimeBetweenIsUnknown() {
        Story boot = Story.ofKernel("6.1.0")
                .at(100)
                .then(new CommandLineGiven("quiet", true))
                .at(300)
                .then(new CpusBroughtUp(1, 4))
                .at(400)
                .says("clocksource: Switched")
                .clockSwitched()
                .at(2_000)
                .then(new MemoryFreed("unused kernel memory", 64))
                .at(2_050)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::kind, Account::name, Account::us)
                .containsExactly(
                        tuple(Kind.BEFORE_INITCALLS, "until the command line", 100L),
                        tuple(Kind.BEFORE_INITCALLS, "until all CPUs", 200L),
                        tuple(Kind.UNKNOWN, "the log has no initcalls", 1_700L),
                        tuple(Kind.UNTIL_INIT, "until init runs", 50L));
    }

    @Test
    void onASlowConsoleOnlyAGapLongerThanTheOthersHasAnAccountOfItsOwn() {
        Story boot = Story.ofKernel("6.1.0");
        for (int i = 0; i < 10; i++) {
            boot.at(10_000 * i).calling("a" + i + "_init", 1).at(10_000 * i + 4_000);
            boot.returned("a" + i + "_init", 0, 4_000);
        }
        boot.at(200_000).calling("last_init", 1).returned("last_init", 0, 0).then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.GAP)
                .extracting(Account::name, Account::us)
                .containsExactly(tuple("between unplaced initcalls", 54_000L), tuple("after a9_init", 106_000L));
    }

    @Test
    void withAsynchronousProbingAProbeOfUnknownTaskIsNotOnTheBootThread() {
        Story boot = Story.ofKernel("6.1.0")
                .then(new CommandLineGiven("driver_async_probe=*", true))
                .calling("drv_init", 1)
                .at(500)
                .probe("one", 0, 400)
                .by(1)
                .probe("two", 0, 50)
                .at(600)
                .returned("drv_init", 0, 600)
                .then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .extracting(Account::name, Account::us)
                .containsExactly(tuple("two", 50L), tuple("drv_init", 550L));
    }

    @Test
    void aLogWithoutTimeStampsHasNoLedger() {
        assertThat(Story.ofUnknownKernel()
                        .withoutTime()
                        .calling("a_init", 1)
                        .analysis()
                        .accounting()
                        .ledger())
                .isNull();
    }

    @Test
    void booksThatDoNotBalanceAreRefused() {
        List<Account> accounts = List.of(new Account(Kind.GAP, "gap", null, 9));

        assertThatThrownBy(() -> new Ledger(0, 10, Ledger.End.INIT_STARTED, accounts))
                .hasMessageContaining("9 us booked, 10 us passed");
    }

    private static Ledger ledger(Story boot) {
        return boot.analysis().accounting().ledger();
    }
}
