package io.bootledger.cli;

import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.cli.input.KnowledgePlace;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bootledger symbols forget}: takes kernels out of the user's own knowledge. */
@Command(
        name = "forget",
        description = "Forget what kernels taught.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SymbolsForgetCommand implements Runnable {
    private final Surroundings here;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Kernels, as `symbols list` names them.")
    private List<String> names = List.of();

    @Mixin
    private final KnowledgePlace place = new KnowledgePlace();

    SymbolsForgetCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        place.file(here).change(this::forget);
    }

    private void forget(LevelLearner learner) {
        for (String name : names) {
            if (!learner.sources().contains(name)) {
                throw CommandFailure.usage(
                        name + " was never learned: see bootledger symbols list; nothing is forgotten");
            }
        }
        names.forEach(learner::forget);
    }
}
