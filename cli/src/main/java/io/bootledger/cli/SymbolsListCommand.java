package io.bootledger.cli;

import io.bootledger.analyzer.levels.known.LearnedKernel;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.cli.input.KnowledgeFile;
import io.bootledger.cli.input.KnowledgePlace;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.Printable;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bootledger symbols list}: the kernels that the user taught. */
@Command(
        name = "list",
        description = "Name the kernels that were learned, in order.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SymbolsListCommand implements Runnable {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final KnowledgePlace place = new KnowledgePlace();

    SymbolsListCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        KnowledgeFile file = place.file(here);
        LevelLearner learner = file.read();
        PrintWriter out = spec.commandLine().getOut();
        for (LearnedKernel kernel : learner.kernels()) {
            out.println(Printable.of(kernel.name()) + ": " + kernel.initcalls() + " initcalls"
                    + (kernel.ordered() ? "" : ", their order not known"));
        }
        out.println(total(learner, file));
    }

    static String total(LevelLearner learner, KnowledgeFile file) {
        int kernels = learner.sources().size();
        return (kernels == 1 ? "1 kernel" : kernels + " kernels") + " in "
                + Printable.of(file.path().toString());
    }
}
