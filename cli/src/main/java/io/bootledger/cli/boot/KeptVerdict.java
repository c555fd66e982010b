package io.bootledger.cli.boot;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.cli.gate.GateVerdict;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.reports.gate.GateJson;
import java.nio.file.Path;

/** {@code verdict.json}, beside the boots that it is of: what {@code gate --json} writes. */
final class KeptVerdict {
    static void write(GateResult result, Path folder, Surroundings here) {
        String document = GateJson.of(result, new GateVerdict().exitCode(result));
        new TextFiles(here).write(folder.resolve("verdict.json").toString(), document);
    }

    private KeptVerdict() {}
}
