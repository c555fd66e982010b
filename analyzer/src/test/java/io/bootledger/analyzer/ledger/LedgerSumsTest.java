package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerSumsTest {
    private static final Account CALL = new Account(Kind.INITCALL, "a_init", null, 30);
    private static final Account GAP = new Account(Kind.GAP, "gap", null, 10);

    @Test
    void theTotalLiesBetweenTheFirstRecordAndTheEnd() {
        Ledger ledger = new Ledger(100, 140, Ledger.End.LOG_ENDED, List.of(CALL, GAP));

        assertThat(ledger.totalUs()).isEqualTo(40);
        assertThat(ledger.us(Kind.INITCALL)).isEqualTo(30);
        assertThat(ledger.us(Kind.PROBE)).isEqualTo(0);
        assertThat(ledger.perMille(30)).isEqualTo(750);
        assertThat(ledger.perMille(0)).isEqualTo(0);
    }

    @Test
    void nothingHasNoShares() {
        assertThat(new Ledger(5, 5, Ledger.End.LOG_ENDED, List.of()).perMille(0))
                .isNull();
    }

    @Test
    void postingsAndAccountsHaveToBalanceEachForItself() {
        List<Posting> balanced = List.of(Posting.of(CALL));
        List<Posting> more = List.of(Posting.of(CALL), Posting.of(GAP));

        assertThatThrownBy(() -> new Ledger(0, 30, Ledger.End.LOG_ENDED, List.of(CALL), more, List.of()))
                .hasMessageContaining("40 us booked, 30 us passed");
        assertThatThrownBy(() -> new Ledger(0, 30, Ledger.End.LOG_ENDED, List.of(CALL, GAP), balanced, List.of()))
                .hasMessageContaining("40 us booked, 30 us passed");
    }

    @Test
    void aBookTakesNothingBack() {
        Book book = new Book();
        book.enter(Kind.GAP, "gap", null, 0);

        assertThat(book.entries()).isEmpty();
        assertThat(book.accounts()).isEmpty();
        assertThatThrownBy(() -> book.enter(Kind.GAP, "gap", null, -1)).hasMessageContaining("gap: -1 us");
    }

    @Test
    void levelsStandInTheirOrderWhateverRanFirstAndUnplacedOnesLast() {
        Ledger ledger = new Ledger(
                0,
                10,
                Ledger.End.LOG_ENDED,
                List.of(
                        new Account(Kind.INITCALL, "unplaced_init", null, 1),
                        new Account(Kind.INITCALL, "late_init", InitcallLevel.LATE, 2),
                        new Account(Kind.PROBE, "device", InitcallLevel.CORE, 3),
                        new Account(Kind.INITCALL, "core_init", InitcallLevel.CORE, 4)));

        assertThat(RollUps.byLevel(ledger))
                .containsExactly(new RollUp("core", 7, 0), new RollUp("late", 2, 0), new RollUp("unplaced", 1, 0));
    }

    @Test
    void kindsAndEndsHaveWordsForPeopleAndNamesForPrograms() {
        assertThat(Kind.PROBE.title()).isEqualTo("probes");
        assertThat(Kind.BEFORE_INITCALLS).hasToString("before_initcalls");
        assertThat(Ledger.End.PANIC.words()).isEqualTo("the kernel panicked");
    }
}
