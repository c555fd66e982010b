package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.Boots;
import org.junit.jupiter.api.Test;

class BootListTest {
    @Test
    void aBootIsOneLine() {
        BootList boots = new BootList(TextLayout.PLAIN);
        assertThat(boots.add(Boots.whole()))
                .isEqualTo(
                        "whole.log                    6.1.0-50…d-amd64  /init runs after 3.400 s, 5 initcalls, 1 failure");
        assertThat(boots.add(Boots.hanging()))
                .isEqualTo(
                        "hanging.log                  unknown kernel    pcifixup never returned, 1 initcall, 1 failure");
    }

    @Test
    void theTableCountsPerKernel() {
        BootList boots = new BootList(TextLayout.PLAIN);
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
