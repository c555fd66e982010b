package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;

/** What booted, and how completely its log was read. */
final class HeadSection {
    static void write(BootAnalysis boot, Page page) {
        Kernel kernel = boot.kernel();
        String release = kernel.release() == null ? "Linux, release unknown" : "Linux " + kernel.release();
        page.line(kernel.machine() == null ? release : release + " on " + kernel.machine(), Ink.TITLE);
        page.line(where(boot) + ": " + completeness(boot.reading()), Ink.PLAIN);
        if (kernel.commandLine() != null) {
            page.line("command line: " + kernel.commandLine(), Ink.FAINT);
        }
    }

    /** The log, and the line in it where the boot begins when that is not the first. */
    static String where(BootAnalysis boot) {
        long first = boot.reading().firstLine();
        return first > 1 ? boot.source() + ":" + first : boot.source();
    }

    private static String completeness(Reading reading) {
        return reading.format() + ", " + Words.counted(reading.lines(), "line", "lines") + " read = "
                + reading.recognised() + " recognised + " + reading.irrelevant() + " irrelevant + "
                + reading.malformed() + " malformed" + (reading.headLost() ? ", head lost" : "");
    }

    private HeadSection() {}
}
