package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import java.util.List;

/** One boot on one screen. */
public final class TextReport {
    private interface Section {
        /** Writes nothing where the boot has nothing to say. */
        void write(BootAnalysis boot, Page page);
    }

    private static final List<Section> SECTIONS = List.of(
            HeadSection::write,
            AxisSection::write,
            SecondFileSection::write,
            LedgerSection::write,
            SlowestSection::write,
            FunctionSection::write,
            WaitSection::write,
            WhatIfReport::write,
            LevelSection::write,
            ProbeSection::write,
            DeferralSection::write,
            AsyncSection::write,
            FailureSection::write,
            AdviceSection::write,
            DiagnosticSection::write);

    /** The summary of a boot, lines ended by {@code \n}. */
    public static String of(BootAnalysis boot, TextLayout layout) {
        Page page = new Page(layout);
        SECTIONS.forEach(section -> section.write(boot, page));
        return page.toString();
    }

    private TextReport() {}
}
