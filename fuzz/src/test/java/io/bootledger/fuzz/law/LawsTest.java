package io.bootledger.fuzz.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws notice when they are broken. */
class LawsTest {
    private static final String LOG = """
            [    0.000000] Linux version 6.1.0 (b@h) (gcc 12) #1 SMP
            [    0.100000] calling  acpi_init+0x0/0x10 @ 1
            [    0.120000] initcall acpi_init+0x0/0x10 returned 0 after 20000 usecs
            [    0.200000] Run /sbin/init as init process
            """;

    private final List<RecordedEvent> events = new ArrayList<>();
    private final BootAnalysis boot = boot();

    @Test
    void aSoundBootKeepsThem() {
        assertThatCode(() -> {
                    BootLaws.hold(boot);
                    EventLaws.hold(events, new LogContents(1, 4, LOG.length(), false, "text"));
                    EventLaws.onFile(events);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void linesThatDoNotAddUp() {
        Reading read = boot.reading();
        Reading other = new Reading(read.format(), 1, 5, read.recognised(), 0, 0, false, false, true);

        assertThatThrownBy(() -> BootLaws.hold(with(other, boot.phases()))).hasMessageContaining("lines read are not");
    }

    @Test
    void phasesThatLeaveAHole() {
        List<Phase> phases = new ArrayList<>(boot.phases());
        phases.remove(1);

        assertThatThrownBy(() -> BootLaws.hold(with(boot.reading(), phases)))
                .hasMessageContaining("not followed at once");
    }

    @Test
    void aBootThatDoesNotEnd() {
        events.remove(events.size() - 1);

        assertThatThrownBy(() -> EventLaws.hold(events, new LogContents(1, 4, 0, false, "text")))
                .hasMessage("the last boot does not end");
    }

    @Test
    void aLineCountedTwice() {
        assertThatThrownBy(() -> EventLaws.hold(events, new LogContents(1, 3, 0, false, "text")))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[2J", "a\rb", "\u202ex", "x\u009by"})
    void textThatMovesTheCursor(String text) {
        assertThatThrownBy(() -> TextLaws.terminal(text)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<td><script>fuzzed(1)", "</script><fuzzed>", "<!--<script fuzzed"})
    void aTagOutOfALog(String page) {
        assertThatThrownBy(() -> TextLaws.page(page)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aTagInMarkdownUnlessItIsEscaped() {
        assertThatThrownBy(() -> TextLaws.markdown("\\\\<fuzzed>")).isInstanceOf(AssertionError.class);
        assertThatCode(() -> TextLaws.markdown("\\<fuzzed\\>")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n=cmd(),1\n", "a,b\n1\n", "a\n\"\u001b\"\n"})
    void aTableThatIsNone(String csv) {
        assertThatThrownBy(() -> FileLaws.hold("x.csv", csv.getBytes(UTF_8))).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"schema\":\"bootledger/analysis/v1\"}", "{\"schema\":\"other\"}", "{", "{\"a\":\"\u00e9\"}"})
    void aDocumentThatBreaksItsSchema(String json) {
        assertThatThrownBy(() -> FileLaws.hold("x.json", json.getBytes(UTF_8))).isInstanceOf(AssertionError.class);
    }

    private BootAnalysis with(Reading reading, List<Phase> phases) {
        return new BootAnalysis(
                boot.source(),
                boot.kernel(),
                reading,
                boot.milestones(),
                phases,
                boot.levels(),
                boot.timeline(),
                boot.accounting(),
                boot.failures(),
                boot.diagnostics(),
                boot.axis(),
                boot.advice());
    }

    private BootAnalysis boot() {
        List<BootAnalysis> boots = new ArrayList<>();
        BootAnalyzer analyzer = new BootAnalyzer("boot.log", AnalysisOptions.LOG_ONLY, boots::add);
        try (LogSource source = LogSource.stream("boot.log", new ByteArrayInputStream(LOG.getBytes(UTF_8)))) {
            LogReader.read(source, ReadingOptions.EVERYTHING, event -> {
                events.add(event);
                analyzer.accept(event);
            });
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return boots.get(0);
    }
}
