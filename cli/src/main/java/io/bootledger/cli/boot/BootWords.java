package io.bootledger.cli.boot;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Boots that were made, for people. */
final class BootWords {
    private BootWords() {}

    /** A line for one: {@code a 01: init after 1.345 s; ended when init runs, after 2.10 s}. */
    static String of(KeptBoot boot) {
        String told = boot.told().stream().map(BootWords::told).collect(Collectors.joining(", then "));
        String how = boot.exitCode() == null ? "" : " with " + boot.exitCode();
        return boot.side().name() + " " + boot.number() + ": " + (told.isEmpty() ? "no boot in its log" : told)
                + "; over after " + DurationText.rounded(boot.wallUs()) + ": "
                + boot.end().words() + how;
    }

    /** What to do about one that shows nothing, or does not show its end; null where nothing is to be done. */
    static @Nullable String advice(KeptBoot boot) {
        if (boot.isWhole() || boot.didNotStart()) {
            return null;
        }
        if (boot.bytes() == 0) {
            return "nothing was printed: give the kernel the console that is read (console=ttyS0) and ignore_loglevel"
                    + " initcall_debug, a command that prints on terminals only --terminal, and a board's port --serial";
        }
        boolean late = boot.end() == BootEnd.TIMEOUT;
        return late && boot.told().stream().noneMatch(BootWords::isKernels)
                ? "no kernel is heard in what was printed: give it console= (console=ttyS0) and ignore_loglevel"
                        + " initcall_debug, and a slow one a longer --timeout"
                : late && boot.told().stream().allMatch(told -> told.measures().died() == null)
                        ? "its log does not tell that init runs: give a slow one a longer --timeout, and end one that is up"
                                + " by what it prints then, as --mark 'login:'"
                        : null;
    }

    private static boolean isKernels(ComparedBoot boot) {
        return boot.kernel().release() != null || !boot.calls().isEmpty();
    }

    private static String told(ComparedBoot boot) {
        BootMeasures measures = boot.measures();
        Long totalUs = measures.totalUs();
        String died = measures.died();
        if (boot.isWhole() && totalUs != null) {
            return "user space after " + DurationText.rounded(totalUs);
        }
        return Printable.of(
                died != null ? died : measures.incomplete() == null ? "no time stamps" : measures.incomplete());
    }

    /** All of one side: its median, and a line for each. */
    static String of(List<KeptBoot> boots) {
        double[] totals = boots.stream()
                .flatMap(boot -> boot.told().stream())
                .filter(ComparedBoot::isWhole)
                .mapToDouble(boot -> boot.measures().totalUs())
                .sorted()
                .toArray();
        String lines = boots.stream().map(boot -> "  " + of(boot) + "\n").collect(Collectors.joining());
        return headline(boots.size(), totals) + "\n" + lines;
    }

    private static String headline(int boots, double[] totals) {
        String count = boots == 1 ? "1 boot" : boots + " boots";
        if (totals.length == 0) {
            return count + ", of which none came up";
        }
        String came = totals.length == boots ? "" : ", of which " + totals.length + " came up";
        return count + came + ": user space after " + DurationText.rounded(Math.round(Median.of(totals)))
                + " (median; " + DurationText.rounded((long) totals[0]) + " to "
                + DurationText.rounded((long) Arrays.stream(totals).max().orElseThrow()) + ")";
    }
}
