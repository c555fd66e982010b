package io.bootledger.analyzer.ledger;

import java.util.List;

/**
 * What the initcalls and probes that one section of MAINTAINERS answers for took on the boot thread.
 *
 * @param owner the section's title, both joined by {@code |} where a file has two, or {@code unknown}
 * @param doubtfulUs how much of it is told by stamps in doubt
 * @param people maintainers and reviewers as the file names them; empty when nobody gave the file
 */
public record OwnedTime(String owner, long us, long doubtfulUs, List<String> people) {
    public OwnedTime {
        people = List.copyOf(people);
    }
}
