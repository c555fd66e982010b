package io.bootledger.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of docs/simulator.md: each command says what stands beside it. */
class ClaimsTest {
    private static final Pattern CLAIM =
            Pattern.compile("(?m)^\\| (.+?) \\| `\\./bootledger (.+?)` \\| (?:`([^`]+)`|`` (.+?) ``) \\|$");

    static Stream<Arguments> claims() {
        return CLAIM.matcher(Checkout.text("docs/simulator.md"))
                .results()
                .map(row ->
                        Arguments.of(row.group(1), row.group(2), row.group(3) == null ? row.group(4) : row.group(3)));
    }

    @Test
    void eachRowIsRun() {
        String table = Checkout.text("docs/simulator.md")
                .split("\\| what holds \\|")[1]
                .split("\n\n")[0];
        assertThat(claims()).hasSize((int) table.lines().count() - 2).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"primer, 0", "failing-boot, 1"})
    void theStepsOfTheDocumentAreThoseThatAreTold(String scenario, int block) {
        String shown =
                Checkout.text("docs/simulator.md").split("## Step by step")[1].split("```\n")[1 + 2 * block];
        assertThat(Run.bootledger("simulate", scenario, "--as", "steps").out()).contains(shown);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void eachIsShownByItsCommand(String claim, String command, String says) {
        Run run = Run.bootledger(Stream.of(command.split(" "))
                .map(word -> word.startsWith("simulator/") ? Checkout.path(word) : word)
                .toArray());
        boolean refused = says.startsWith("ld: ");
        assertThat(run.exitCode()).as(claim + "\n" + run.err()).isEqualTo(refused ? 2 : 0);
        assertThat((refused ? run.err() : run.out()).replaceAll("\n {2}(?=\\S)", " "))
                .contains(says);
    }
}
