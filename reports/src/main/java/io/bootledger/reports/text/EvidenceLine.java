package io.bootledger.reports.text;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.reports.LevelOrder;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import java.util.ArrayList;
import java.util.List;

/** By what evidence the levels of a boot are known. */
public final class EvidenceLine {
    public static void write(LevelOrder shown, Page page) {
        List<Initcall> calls = shown.boot().timeline().initcalls();
        List<String> parts = new ArrayList<>();
        for (LevelEvidence evidence : LevelEvidence.values()) {
            List<Initcall> same = calls.stream()
                    .filter(call -> call.levelEvidence() == evidence)
                    .toList();
            if (!same.isEmpty()) {
                parts.add(words(evidence) + " " + counts(evidence, same));
            }
        }
        if (!parts.isEmpty()) {
            page.paragraph("", "levels known by: " + String.join("; ", parts), Ink.PLAIN);
        }
        boolean inferred = calls.stream().anyMatch(call -> call.levelEvidence() == LevelEvidence.INFERRED);
        if (inferred && !shown.taught().isEmpty()) {
            page.note("inferred also from the kernels you taught: " + String.join(", ", shown.taught()));
        }
    }

    private static String words(LevelEvidence evidence) {
        return switch (evidence) {
            case PRINTED -> "printed or traced";
            case SYMBOLS -> "the symbol table";
            case SYMBOL -> "the symbol in the log";
            case INFERRED -> "inference";
            case UNKNOWN -> "nothing";
        };
    }

    private static String counts(LevelEvidence evidence, List<Initcall> calls) {
        long certain = calls.stream().filter(Initcall::levelCertain).count();
        long likely = calls.size() - certain;
        if (evidence == LevelEvidence.UNKNOWN || likely == 0 && evidence != LevelEvidence.INFERRED) {
            return Integer.toString(calls.size());
        }
        return certain + " certain, " + likely + " likely (?)";
    }

    private EvidenceLine() {}
}
