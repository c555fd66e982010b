package io.bootledger.traces.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoaderStampsTest {
    @Test
    void eachFormIsReadAsItsSampleSays() {
        for (LoaderStamps.Row row : LoaderStamps.ROWS) {
            assertThat(us(row.stage(), row.sample())).as(row.toString()).isEqualTo(row.us());
        }
    }

    @Test
    void aNumberIsAStampOnlyWhereTheLoaderIsKnownToPrintOne() {
        assertThat(us("U-Boot", "[1] boot the other one")).isEqualTo(LoaderStamps.NONE);
        assertThat(us("LK", "[1] boot the other one")).isEqualTo(1_000);
        assertThat(us("U-Boot", "B - 12 - text")).isEqualTo(LoaderStamps.NONE);
        assertThat(us("U-Boot", "  0.41 text")).isEqualTo(LoaderStamps.NONE);
        assertThat(us("Qualcomm XBL", "D -   2000 - text")).isEqualTo(LoaderStamps.NONE);
    }

    @Test
    void whatIsCutShortOrTooLongIsNone() {
        for (String line :
                new String[] {"", "[", "[1", "[1.", "[1.5] a", "[1.50] a", "[1.500", "[12345678901.000] a"}) {
            assertThat(us("U-Boot", line)).as(line).isEqualTo(LoaderStamps.NONE);
        }
        assertThat(us("U-Boot", "[1.500]")).isEqualTo(1_500_000);
    }

    @Test
    void whatWasReadAsSecondsMayBeMilliseconds() {
        assertThat(LoaderStamps.read("Xilinx PLM", 9_615_000_000L)).isEqualTo(9_615);
        assertThat(LoaderStamps.read("U-Boot", 9_615_000_000L)).isEqualTo(9_615_000);
    }

    private static long us(String stage, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        return LoaderStamps.us(stage, bytes, 0, bytes.length);
    }
}
