package io.bootledger.cli.input;

import io.bootledger.cli.process.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where own knowledge is kept. */
public final class KnowledgePlace {
    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = {
                "Where it is kept, instead of $BOOTLEDGER_KNOWLEDGE or",
                "bootledger/known-levels.txt in $XDG_DATA_HOME or ~/.local/share."
            })
    private @Nullable Path knowledge;

    public KnowledgeFile file(Surroundings here) {
        return KnowledgeFile.needed(here, knowledge);
    }
}
