package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.CommandLineGiven;
import io.bootledger.traces.event.InitProcessStarted;
import io.bootledger.traces.event.MemoryFreed;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.ReadOnlyDataProtected;
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
                        tuple(Kind.ASYNC_WAIT, "async_synchronize_full", 50L),
                        tuple(Kind.WRITE_PROTECT, "mark_readonly", 20L),
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
