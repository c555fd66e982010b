package io.bootledger.reports.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.Boots;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import io.bootledger.reports.png.draw.TimeBar;
import io.bootledger.traces.event.InitcallLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void theBootIsDrawnInTheColoursOfItsLevels() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(boot(Boots.whole())));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isBetween(400, 700);
        assertThat(colours(image))
                .contains(
                        Palette.of(InitcallLevel.SUBSYS),
                        Palette.of(InitcallLevel.DEVICE),
                        Palette.of(Phase.Kind.AFTER_INIT));
    }

    @Test
    void theLevelsAreDrawnInTheirColours() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(levels(Boots.whole())));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(colours(image)).contains(Palette.of(InitcallLevel.SUBSYS), Palette.of(InitcallLevel.DEVICE));
    }

    @Test
    void theLedgerIsDrawnInTheColoursOfItsSortsOfTime() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ledger(Boots.accounted())));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(colours(image)).contains(Palette.of(Account.Kind.INITCALL), Palette.of(Account.Kind.UNTIL_INIT));
    }

    @Test
    void partsAreThinnerThanTheBarAboveThem() {
        fonts();
        TimeBar whole = new TimeBar("whole", 1_000, 0x2E9653, "", false);
        TimeBar part = new TimeBar("part", 500, 0x2E9653, "", true);
        List<Integer> thicknesses = thicknesses(BarChart.of(new Bars("", "", "", 30, List.of(whole, part))), 0x2E9653);
        assertThat(thicknesses).hasSize(2);
        assertThat(thicknesses.get(1)).isBetween(1, thicknesses.get(0) / 2);
    }

    @Test
    void accountsOfTheSameNameHaveABarEach() {
        fonts();
        TimeBar bar = new TimeBar("twice", 1_000, 0x2E9653, "", false);
        BufferedImage image = BarChart.of(new Bars("", "", "", 30, List.of(bar, bar, bar)));
        assertThat(thicknesses(image, 0x2E9653)).hasSize(3);
    }

    @Test
    void aBootWithoutALedgerHasNoPictureOfIt() throws Exception {
        assertThat(ledger(Boots.hanging())).isEmpty();
    }

    @Test
    void evenABootWithNothingToDrawIsAPicture() throws Exception {
        for (BootAnalysis boot : List.of(Boots.hanging(), Boots.empty())) {
            assertThat(ImageIO.read(new ByteArrayInputStream(boot(boot))).getWidth())
                    .isEqualTo(1600);
            assertThat(ImageIO.read(new ByteArrayInputStream(levels(boot))).getWidth())
                    .isEqualTo(1600);
        }
    }

    @Test
    void theSameBootGivesTheSameBytesWhateverTheLocale() throws Exception {
        byte[] bytes = boot(Boots.whole());
        byte[] levels = levels(Boots.whole());
        byte[] ledger = ledger(Boots.accounted());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(boot(Boots.whole())).isEqualTo(bytes);
            assertThat(levels(Boots.whole())).isEqualTo(levels);
            assertThat(ledger(Boots.accounted())).isEqualTo(ledger);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aJavaWithoutFontsIsToldInOneSentence() {
        assertThatThrownBy(() -> Png.check(() -> {
                    throw new InternalError("Fontconfig head is null");
                }))
                .isInstanceOf(NoFontsException.class)
                .hasMessageContaining("install fontconfig");
        assertThatThrownBy(() -> Png.check(() -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                }))
                .isInstanceOf(NoFontsException.class);
    }

    @Test
    void withoutLevelsThePhasesAreShown() {
        assertThat(LevelsLayout.of(Boots.whole()).bars())
                .extracting(TimeBar::text)
                .contains("1500.010 ms in 2 initcalls");
        assertThat(LevelsLayout.of(Boots.empty()).axis()).isEqualTo("neither levels nor phases are known");
    }

    /** A bare machine draws nothing; that it says so is tested above. */
    private static void fonts() {
        assumeThatCode(() -> Png.check(() -> Fonts.layOut())).doesNotThrowAnyException();
    }

    private static byte[] boot(BootAnalysis boot) throws IOException, NoFontsException {
        fonts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BootPicture.write(boot, out);
        return out.toByteArray();
    }

    private static byte[] levels(BootAnalysis boot) throws IOException, NoFontsException {
        fonts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LevelsPicture.write(boot, out);
        return out.toByteArray();
    }

    private static byte[] ledger(BootAnalysis boot) throws IOException, NoFontsException {
        fonts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerPicture.write(boot, out);
        return out.toByteArray();
    }

    /** Of the bars of a colour, from above: rows of pixels in which it is seen. */
    private static List<Integer> thicknesses(BufferedImage image, int rgb) {
        List<Integer> thicknesses = new ArrayList<>();
        int rows = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            boolean seen = Arrays.stream(row).anyMatch(pixel -> (pixel & 0xFFFFFF) == rgb);
            if (!seen && rows > 0) {
                thicknesses.add(rows);
            }
            rows = seen ? rows + 1 : 0;
        }
        return thicknesses;
    }

    static Set<Integer> colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).mapToObj(pixel -> pixel & 0xFFFFFF).collect(Collectors.toSet());
    }
}
