package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.phases.Handover.Milestone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of a boot: the boot thread's time (pid 0, then pid 1) from the first record until the kernel hands over to user
 * space, or until the evidence ends. The books balance: the accounts add up to the total, to the microsecond.
 *
 * @param fromUs time stamp of the first record
 * @param toUs when the kernel handed over, or the last moment of the kernel's own boot that the log shows
 * @param ends what {@code toUs} is
 * @param accounts in the order in which the boot first used them; each name once per kind and level
 * @param postings the same amounts, each account divided by what it was spent inside
 * @param entries the same amounts, slice by slice, with the lines that bound them
 */
public record Ledger(
        long fromUs, long toUs, End ends, List<Account> accounts, List<Posting> postings, List<Entry> entries) {
    /** Where the account ends. */
    public enum End {
        INIT_STARTED(Milestone.INIT_STARTED.words()),
        INIT_MEMORY_FREED(Milestone.INIT_MEMORY_FREED.words()),
        PANIC("the kernel panicked"),
        LOG_ENDED("the log ends");

        private final String words;

        End(String words) {
            this.words = words;
        }

        static End of(Milestone handover) {
            return switch (handover) {
                case INIT_STARTED -> INIT_STARTED;
                case INIT_MEMORY_FREED -> INIT_MEMORY_FREED;
            };
        }

        /** For people: "until init started". */
        public String words() {
            return words;
        }
    }

    public Ledger {
        accounts = List.copyOf(accounts);
        postings = List.copyOf(postings);
        entries = List.copyOf(entries);
        refuseImbalance(toUs - fromUs, accounts.stream().mapToLong(Account::us).sum());
        refuseImbalance(toUs - fromUs, postings.stream().mapToLong(Posting::us).sum());
    }

    /** A ledger of which only the accounts are known. */
    public Ledger(long fromUs, long toUs, End ends, List<Account> accounts) {
        this(fromUs, toUs, ends, accounts, accounts.stream().map(Posting::of).toList(), List.of());
    }

    private static void refuseImbalance(long passed, long booked) {
        if (booked != passed) {
            throw new IllegalArgumentException(
                    "the books do not balance: " + booked + " us booked, " + passed + " us passed");
        }
    }

    public long totalUs() {
        return toUs - fromUs;
    }

    /** How much of the total is told by stamps in doubt. */
    public long doubtfulUs() {
        return accounts.stream().mapToLong(Account::doubtfulUs).sum();
    }

    /** What is booked on a kind of account. */
    public long us(Account.Kind kind) {
        return accounts.stream()
                .filter(account -> account.kind() == kind)
                .mapToLong(Account::us)
                .sum();
    }

    /** A share of the total in per mille, or null when nothing passed. */
    public @Nullable Long perMille(long us) {
        return totalUs() == 0 ? null : us * 1_000 / totalUs();
    }
}
