package io.bootledger.reports.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.reports.Boots;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.TimeBar;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerLayoutTest {
    @Test
    void eachSortOfTimeIsFollowedByItsLargestAccounts() {
        List<Account> accounts = List.of(
                new Account(Kind.BEFORE_INITCALLS, "until the first initcall", null, 400_000),
                new Account(Kind.INITCALL, "acpi_init", InitcallLevel.SUBSYS, 524_123),
                new Account(Kind.INITCALL, "serial8250_init", InitcallLevel.DEVICE, 600_000),
                new Account(Kind.UNTIL_INIT, "until init runs", null, 50_000));
        Bars bars = LedgerLayout.of(Boots.whole(), new Ledger(0, 1_574_123, Ledger.End.INIT_STARTED, accounts));
        assertThat(written(bars)).isEqualTo("""
                Linux 6.1.0-50-cloud-amd64: 1.574 s until init, booked on 4 accounts
                before the first initcall: 400.000 ms, 25.4 %, until the first initcall
                initcalls, without their probes: 1124.123 ms, 71.4 %, 2 accounts
                  serial8250_init: 600.000 ms, 38.1 %, device
                  acpi_init: 524.123 ms, 33.3 %, subsys
                until init runs: 50.000 ms, 3.2 %
                """);
    }

    @Test
    void theTwelveLargestAccountsAreShownAndTheOnlyOneOfAKindStandsBesideIt() {
        List<Account> accounts = Stream.concat(
                        LongStream.rangeClosed(1, 20).mapToObj(i -> new Account(Kind.PROBE, "device " + i, null, i)),
                        Stream.of(new Account(Kind.ROOT_MOUNT, "ext4", null, 790)))
                .toList();
        List<TimeBar> bars = bars(new Ledger(0, 1_000, Ledger.End.PANIC, accounts));
        assertThat(bars)
                .filteredOn(TimeBar::part)
                .hasSize(12)
                .extracting(TimeBar::name)
                .contains("device 20", "device 9");
        assertThat(bars)
                .filteredOn(bar -> !bar.part())
                .extracting(TimeBar::text)
                .containsExactly("0.210 ms, 21.0 %, 20 accounts", "0.790 ms, 79.0 %, ext4");
    }

    @Test
    void theTitleTellsWhereTheBooksEnd() {
        Ledger ledger = new Ledger(5, 12, Ledger.End.PANIC, List.of(new Account(Kind.GAP, "gap", null, 7)));
        assertThat(LedgerLayout.of(Boots.empty(), ledger).title())
                .endsWith(": 7 µs until the kernel panicked, booked on 1 account");
    }

    @Test
    void whereNoTimePassedThereIsNoBar() {
        Bars bars = LedgerLayout.of(Boots.empty(), new Ledger(5, 5, Ledger.End.LOG_ENDED, List.of()));
        assertThat(bars.bars()).isEmpty();
        assertThat(bars.axis()).isEqualTo("no time passed");
    }

    @Test
    void namesFromTheLogAreSafeToDrawAndNotTooLong() {
        List<Account> accounts = List.of(
                new Account(Kind.PROBE, "a\u202eb\nc", null, 9), new Account(Kind.PROBE, "d".repeat(300), null, 1));
        assertThat(bars(new Ledger(0, 10, Ledger.End.LOG_ENDED, accounts)))
                .extracting(TimeBar::name)
                .containsExactly("probes", "a\\u202eb\\x0ac", "d".repeat(49) + "…");
    }

    private static List<TimeBar> bars(Ledger ledger) {
        return LedgerLayout.of(Boots.empty(), ledger).bars();
    }

    private static String written(Bars bars) {
        return bars.bars().stream()
                .map(bar -> (bar.part() ? "  " : "") + bar.name() + ": " + bar.text() + "\n")
                .collect(Collectors.joining("", bars.title() + "\n", ""));
    }
}
