package io.bootledger.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where own knowledge is kept. */
final class KnowledgePlace {
    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = {
                "Where to keep it, instead of $BOOTLEDGER_KNOWLEDGE,",
                "$XDG_DATA_HOME/bootledger/known-levels.txt or ~/.local/share/bootledger/known-levels.txt."
            })
    private @Nullable Path knowledge;

    KnowledgeFile file(Surroundings here) {
        return KnowledgeFile.needed(here, knowledge);
    }
}
