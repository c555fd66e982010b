package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.waits.Wait;
import java.util.ArrayList;
import java.util.List;

/** Waits as numbers of a row. */
final class WaitFigures {
    /** The least and the most of each. */
    static List<Figure> of(List<Wait> waits) {
        List<Figure> figures = new ArrayList<>();
        for (Wait wait : waits) {
            String rule = "that it waited for " + wait.what() + " (" + wait.by() + "): " + wait.evidence()
                    + ", by rule " + wait.rule() + " of docs/causes.md";
            figures.add(Figure.of("us_low", wait.us().lowUs(), "the least " + rule));
            figures.add(Figure.of("us_high", wait.us().highUs(), "the most " + rule));
        }
        return figures;
    }

    private WaitFigures() {}
}
