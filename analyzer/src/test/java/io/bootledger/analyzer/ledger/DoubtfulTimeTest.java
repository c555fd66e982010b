package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.InitProcessStarted;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much of each account is told by stamps in doubt, where the stamps of some lines are. */
class DoubtfulTimeTest {
    private static Story boot() {
        return Story.ofKernel("6.12.0")
                .at(100)
                .then(new CommandLineGiven("initcall_debug", true))
                .at(300)
                .calling("one_init", 1)
                .at(600)
                .returned("one_init", 0, 300)
                .at(1_000)
                .calling("two_init", 1)
                .at(1_500)
                .returned("two_init", 0, 500)
                .at(2_100)
                .then(new InitProcessStarted("/init"));
    }

    @Test
    void theTimeUpToALineIsInDoubtWithIt() {
        assertThat(doubtful(boot(), 2, 2)).isEqualTo("until the command line 100 of 100");
        assertThat(doubtful(boot(), 3, 3)).isEqualTo("until the first initcall 200 of 200, one_init 300 of 300");
        assertThat(doubtful(boot(), 4, 4)).isEqualTo("one_init 300 of 300");
        assertThat(doubtful(boot(), 5, 5)).isEqualTo("between unplaced initcalls 400 of 400, two_init 500 of 500");
        assertThat(doubtful(boot(), 7, 7)).isEqualTo("until init runs 600 of 600");
    }

    @Test
    void anInitcallThatNeverReturnedIsInDoubtByItsCall() {
        Story hangs = Story.ofKernel("6.12.0")
                .at(100)
                .calling("hung_init", 1)
                .at(900)
                .says("rcu: stall")
                .says("rcu: stall");

        assertThat(doubtful(hangs, 2, 2)).isEqualTo("until the first initcall 100 of 100, hung_init 800 of 800");
        assertThat(doubtful(hangs, 3, 3)).isEmpty();
    }

    @Test
    void anAccountAddsUpWhatIsInDoubtOfIt() {
        Story boot = Story.ofKernel("6.12.0")
                .calling("a_init", 1)
                .at(100)
                .returned("a_init", 0, 100)
                .at(140)
                .calling("b_init", 1)
                .returned("b_init", 0, 0)
                .at(200)
                .calling("c_init", 1)
                .returned("c_init", 0, 0)
                .at(270)
                .calling("d_init", 1)
                .returned("d_init", 0, 0)
                .then(new InitProcessStarted("/init"));

        assertThat(doubtful(boot, 6, 8)).isEqualTo("between unplaced initcalls 130 of 170");
        assertThat(ledger(boot, 6, 8).doubtfulUs()).isEqualTo(130);
        assertThat(ledger(boot, 3, 3).doubtfulUs()).isEqualTo(100);
        assertThat(RollUps.byLevel(ledger(boot, 3, 3))).containsExactly(new RollUp("unplaced", 100, 100));
    }

    private static String doubtful(Story boot, long fromLine, long untilLine) {
        return ledger(boot, fromLine, untilLine).accounts().stream()
                .filter(account -> account.doubtfulUs() > 0)
                .map(account -> account.name() + " " + account.doubtfulUs() + " of " + account.us())
                .collect(Collectors.joining(", "));
    }

    private static Ledger ledger(Story boot, long fromLine, long untilLine) {
        DoubtfulStretch stretch = new DoubtfulStretch(
                DoubtfulStretch.Reason.TICKS_LOST, fromLine, untilLine, null, null, untilLine, null);
        BootAnalysis analysis = boot.analysis();
        return Objects.requireNonNull(Bookkeeper.balance(
                analysis.timeline(),
                analysis.accounting().nesting(),
                boot.viewOf(new MarksProjection()),
                analysis.milestones(),
                new ClockDoubts(List.of(stretch), 0)));
    }
}
