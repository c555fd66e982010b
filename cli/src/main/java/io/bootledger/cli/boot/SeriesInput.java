package io.bootledger.cli.boot;

import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.cli.gate.RuleInput;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.AllowedDifferences;
import io.bootledger.cli.process.Surroundings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** How a series of boots is made and judged, the same for each command that makes one. */
final class SeriesInput {
    @Mixin
    private BootConsole console = new BootConsole();

    @Mixin
    private BootLimits limits = new BootLimits();

    @Mixin
    private RuleInput rule = new RuleInput();

    @Mixin
    private AllowedDifferences allowed = new AllowedDifferences();

    /** Boots that are kept in a folder, and told as they come. */
    BootSeries series(Path folder, List<BootSide> sides, Messages messages) {
        return new BootSeries(
                folder, sides, limits.values(), console.reached(), messages, boot -> messages.say(BootWords.of(boot)));
    }

    /** @param inTurn whether both sides are booted so */
    GateSettings settings(Surroundings here, boolean inTurn, boolean strict) {
        return rule.settings(here, inTurn, allowed.keys(), strict);
    }
}
