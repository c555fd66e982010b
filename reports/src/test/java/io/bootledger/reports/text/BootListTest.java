package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.Boots;
import io.bootledger.reports.text.page.TextLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootListTest {
    @Test
    void aBootIsOneLine() {
        BootList boots = new BootList(TextLayout.PLAIN, List.of());
        assertThat(boots.add(Boots.hanging()))
                .isEqualTo(
                        "hanging.log                  unknown kernel        pcifixup never returned, 1 initcall, 1 failure");
    }

    @Test
    void whatDoesNotFitStandsBelow() {
        BootList boots = new BootList(new TextLayout(80, false), List.of("whole.log"));
        assertThat(boots.add(Boots.whole())).isEqualTo("""
                whole.log        6.1.0-50…d-amd64  /init runs after 3.400 s, 5 initcalls, 1
                                                   failure""");
    }

    @Test
    void theFolderOfAllLogsIsLeftOutWhereNamesAreLong() {
        String folder = "/a/folder/whose/name/takes/all/the/room/of/the/line/";
        BootList boots = new BootList(TextLayout.PLAIN, List.of(folder + "one/dmesg.log", folder + "two/dmesg.log"));
        assertThat(boots.add(Boots.whole(folder + "two/dmesg.log"))).startsWith("two/dmesg.log  ");
    }

    @Test
    void theTableCountsPerKernel() {
        BootList boots = new BootList(TextLayout.PLAIN, List.of());
        boots.add(Boots.whole());
        boots.add(Boots.whole());
        boots.add(Boots.hanging());
        assertThat(boots.table()).isEqualTo("""

                        3 boots
                          kernel                boots  median ms  fastest ms  slowest ms  no sign of init  failures
                          6.1.0-50-cloud-amd64      2   3400.000    3400.000    3400.000                          2
                          unknown kernel            1    unknown                                        1         1
                        """);
    }
}
