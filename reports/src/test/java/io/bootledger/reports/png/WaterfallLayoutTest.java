package io.bootledger.reports.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.Boots;
import io.bootledger.reports.Comparisons;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.TimeBar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WaterfallLayoutTest {
    @Test
    void theBarsAddUpToTheLastOne() {
        Bars layout = WaterfallLayout.of(Comparisons.kernels());

        List<TimeBar> steps = layout.bars().subList(0, layout.bars().size() - 1);
        TimeBar sum = layout.bars().get(layout.bars().size() - 1);
        assertThat(steps.stream().mapToLong(TimeBar::durationUs).sum()).isEqualTo(sum.durationUs());
        assertThat(steps).hasSizeBetween(13, 18);
        assertThat(steps.get(0)).isEqualTo(new TimeBar("free_initmem", 1_080_333, Palette.SLOWER, "+1.080 s", false));
        assertThat(layout.title()).isEqualTo("total 3.008 s -> 5.924 s (+2.916 s, +96.9 %)");
        assertThat(layout.subtitle())
                .isEqualTo("Linux 5.10.0-32-cloud-amd64 (1 boot) against Linux 7.2.13+deb14-cloud-amd64 (1 boot)");
    }

    @Test
    void itIsDrawnInBothColours() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WaterfallPicture.write(Comparisons.kernels(), out);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(PicturesTest.colours(image)).contains(Palette.SLOWER, Palette.FASTER, Palette.UNKNOWN);
    }

    @Test
    void theSameBootIsOneBarAndABootWithoutATotalNone() throws Exception {
        assertThat(WaterfallLayout.of(Comparisons.of(Boots.whole(), Boots.whole()))
                        .bars())
                .containsExactly(new TimeBar("in all", 0, Palette.UNKNOWN, "0 µs", false));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WaterfallPicture.write(Comparisons.of(Boots.whole(), Boots.hanging()), out);
        assertThat(out.size()).isZero();
    }
}
