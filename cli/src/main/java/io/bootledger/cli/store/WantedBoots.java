package io.bootledger.cli.store;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.readmodels.BootFilter;
import io.bootledger.reports.Printable;
import java.util.List;
import picocli.CommandLine.Option;

/** Which boots of a store a command is about. */
public final class WantedBoots {
    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = {
                "Only boots of which this is true: kernel=6.1*, machine=QEMU*, log=lab/*, tag.board=x. In a value *",
                "stands for anything; given several times, all must be true."
            })
    private List<String> conditions;

    private final String option;

    public WantedBoots() {
        this("--where", List.of());
    }

    /** @param option that the conditions were given by */
    public WantedBoots(String option, List<String> conditions) {
        this.option = option;
        this.conditions = conditions;
    }

    public BootFilter filter() {
        try {
            return BootFilter.of(conditions);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(option + " " + Printable.of(Complaint.said(e)));
        }
    }

    public List<String> conditions() {
        return conditions;
    }

    /** For people: {@code kernel=6.1* and tag.board=x}. */
    @Override
    public String toString() {
        return Printable.of(String.join(" and ", conditions));
    }
}
