package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Entry;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.OwnedTime;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the ledger: the total, the sorts of time, the accounts, and the subsystems they belong to. */
final class LedgerAnswers {
    private static final String TOTAL = "total";

    /** What an account and its entries have in common. */
    private record Heading(
            Account.Kind kind, String name, @Nullable InitcallLevel level) {
        static Heading of(Account account) {
            return new Heading(account.kind(), account.name(), account.level());
        }

        static Heading of(Entry entry) {
            return new Heading(entry.kind(), entry.name(), entry.level());
        }
    }

    private final BootAnalysis boot;
    private final LogLines log;
    private final Map<Heading, List<Summand>> slices;

    LedgerAnswers(BootAnalysis boot, LogLines log) {
        this.boot = boot;
        this.log = log;
        Ledger ledger = boot.accounting().ledger();
        this.slices = ledger == null
                ? Map.of()
                : ledger.entries().stream()
                        .collect(Collectors.groupingBy(
                                Heading::of, Collectors.mapping(this::slice, Collectors.toList())));
    }

    List<Answer> all() {
        Ledger ledger = boot.accounting().ledger();
        if (ledger == null) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>(sorts(ledger));
        for (int i = 0; i < ledger.accounts().size(); i++) {
            answers.add(account(i + 1, ledger.accounts().get(i)));
        }
        answers.addAll(subsystems());
        answers.addAll(owners());
        return answers;
    }

    /** The total first. */
    private List<Answer> sorts(Ledger ledger) {
        List<Summand> sums = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Account.Kind kind : Account.Kind.values()) {
            List<Account> accounts = ledger.accounts().stream()
                    .filter(account -> account.kind() == kind)
                    .toList();
            if (!accounts.isEmpty()) {
                sums.add(new Summand(kind.title(), ledger.us(kind), List.of()));
                String rule = "its accounts, added up";
                answers.add(sum(Subject.LEDGER, answers.size() + 2, kind.title(), rule, accounts)
                        .coded(kind));
            }
        }
        answers.add(0, total(ledger, sums));
        return answers;
    }

    private Answer total(Ledger ledger, List<Summand> sorts) {
        String rule = "from the first record until " + ledger.ends().words() + ", on the boot thread";
        List<Figure> figures = List.of(
                new Figure("total_us", ledger.totalUs(), rule, sorts),
                Figure.doubtful(ledger.doubtfulUs()),
                Figure.of("from_us", ledger.fromUs(), "the straightened stamp of the first record"),
                Figure.of("to_us", ledger.toUs(), "the straightened stamp of the record that ends it"));
        return new Answer(Subject.LEDGER, 1, TOTAL, figures, log.span(ledger));
    }

    /** A row that is the sum of accounts. */
    private Answer sum(Subject subject, int ordinal, String name, String rule, List<Account> accounts) {
        List<Summand> parts = accounts.stream().map(this::part).toList();
        long doubtfulUs = accounts.stream().mapToLong(Account::doubtfulUs).sum();
        List<Figure> figures = List.of(Figure.sum("us", rule, parts), Figure.doubtful(doubtfulUs));
        return new Answer(subject, ordinal, name, figures, lines(parts));
    }

    private Answer account(int ordinal, Account account) {
        List<Summand> parts = slices(account);
        List<Figure> figures =
                List.of(Figure.sum("us", AccountRule.of(account), parts), Figure.doubtful(account.doubtfulUs()));
        return new Answer(Subject.ACCOUNT, ordinal, account.name(), figures, lines(parts));
    }

    private Summand slice(Entry entry) {
        long from = log.of(entry.fromLine());
        long to = log.of(entry.toLine());
        return new Summand(
                "between line " + from + " and line " + to,
                entry.us(),
                entry.kind() == Account.Kind.PROBE ? List.of(to) : List.of(from, to));
    }

    /** An account as a part of a sum. */
    Summand part(Account account) {
        String level = account.level() == null ? "" : ", at level " + account.level();
        List<Long> lines = lines(slices(account)).stream().distinct().toList();
        return new Summand(account.name() + level, account.us(), lines);
    }

    private List<Summand> slices(Account account) {
        return slices.getOrDefault(Heading.of(account), List.of());
    }

    private List<Answer> subsystems() {
        List<Answer> answers = new ArrayList<>();
        for (RollUp subsystem : boot.accounting().subsystems()) {
            answers.add(sum(
                    Subject.SUBSYSTEM,
                    answers.size() + 1,
                    subsystem.name(),
                    "the accounts of its initcalls and of the probes that they cause, by the module that holds them,"
                            + " or by the first telling word of their names",
                    boot.accounting().subsystemAccounts().getOrDefault(subsystem.name(), List.of())));
        }
        return answers;
    }

    private List<Answer> owners() {
        List<Answer> answers = new ArrayList<>();
        for (OwnedTime owned : boot.accounting().owners()) {
            answers.add(sum(
                    Subject.OWNER,
                    answers.size() + 1,
                    owned.owner(),
                    "the accounts of its initcalls and of the probes that they cause, by who answers for their source",
                    boot.accounting().ownerAccounts().getOrDefault(owned.owner(), List.of())));
        }
        return answers;
    }

    private static List<Long> lines(List<Summand> parts) {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
