package io.bootledger.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SummaryVersionTest {
    /** What the summaries of all samples say in this version. */
    private static final String SAYS = "10 37354d17e144926d";

    @Test
    void whatSummariesSayChangesOnlyWithTheirVersion() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        KeyBook keys = new KeyBook();
        for (Path log : Samples.all()) {
            digest.update(SummaryFacts.facts(BootSummary.of(Samples.analysis(log)), keys)
                    .plain());
        }
        String says = HexFormat.of().formatHex(digest.digest(), 0, 8);
        assertThat(SummaryFile.VERSION + " " + says)
                .as(
                        "summaries say something else than before: raise SummaryFile.VERSION and set SAYS to \"%d %s\", "
                                + "so that no store keeps old ones",
                        SummaryFile.VERSION + 1, says)
                .isEqualTo(SAYS);
    }
}
