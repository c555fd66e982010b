package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of docs/questions.md: each command ends well and says what is quoted below it. */
class QuestionsTest {
    private static final Pattern QUESTION = Pattern.compile("(?ms)^## (.+?)\n    (.+?)\n\n.*?: `([^`]+)`\\.$");

    static Stream<String> questions() {
        return found().map(question -> question.group(1));
    }

    private static Stream<MatchResult> found() {
        return QUESTION.matcher(Checkout.text("docs/questions.md")).results();
    }

    @Test
    void thereAreTen() {
        assertThat(questions()).hasSize(10);
        assertThat(Checkout.text("docs/questions.md").split("\n## ")).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void eachIsAnsweredByItsCommand(String question) {
        MatchResult asked = found().filter(each -> each.group(1).equals(question))
                .findFirst()
                .orElseThrow();
        byte[] said = {};
        for (String command : asked.group(2).split(" \\| ")) {
            Run run = run(command, new ByteArrayInputStream(said));
            assertThat(run.exitCode()).as(run.err()).isIn(0, 1);
            said = run.outBytes();
        }
        assertThat(new String(said, StandardCharsets.UTF_8)).contains(asked.group(3));
    }

    private static Run run(String command, InputStream in) {
        List<String> words = Arrays.stream(
                        command.replaceFirst("^\\./bootledger ", "").split(" "))
                .map(word -> word.startsWith("traces/") ? Checkout.path(word).toString() : word)
                .toList();
        return Run.with(in, Map.of(), words.toArray());
    }
}
