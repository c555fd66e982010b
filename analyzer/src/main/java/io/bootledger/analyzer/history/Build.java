package io.bootledger.analyzer.history;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import java.util.List;

/**
 * One point of a history.
 *
 * @param name what its boots have in common: a kernel release, a day, a build number
 * @param boots how many of them were used
 * @param leftOut how many could not be: incomplete logs, boots without a sign of init
 * @param handovers by which milestones those that were used count as handed over to user space
 * @param differences what of the environment differs from that of the last build before it that has boots
 */
public record Build(String name, int boots, int leftOut, List<String> handovers, List<Difference> differences) {
    public Build {
        handovers = List.copyOf(handovers);
        differences = List.copyOf(differences);
    }
}
