package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            analyse boot.log            | there is no command analyse: did you mean analyze?
            gate calibrat               | there is no command calibrat: did you mean calibrate?
            xyzzy                       | there is no command xyzzy
            analyze                     | 'LOG is missing. Try: dmesg | bootledger analyze -'
            explain boot.log            | ROW is missing. Try: bootledger explain boot.log acpi_init
            analyze boot.log --out      | --out wants DIR
            export boot.log             | --as is missing. Try: bootledger export boot.log --as chrome --out boot.trace.json
            analyze --txt               | there is no option --txt: did you mean --text?
            ingest boot.log --tag foo   | --tag: write it as KEY=VALUE
            gate accept x --reason why --until | --until wants DATE
            analyze --jsn - boot.log    | there is no option --jsn: did you mean --json?
            export boot.log --as foo    | --as foo: it is one of csv, jsonl, chrome, speedscope, folded, openmetrics, parquet
            simulate desktop --as foo   | --as foo: it is one of dmesg, kmsg, console, json, ftrace, events, steps, way
            simulate desktop --boots x  | --boots x: it is no whole number
            simulate desktop --boots 99999999999 | --boots 99999999999: it is a larger number than can be
            simulate desktop laptop     | laptop is one word too many
            """)
    void whatIsWrongIsSaidInASentenceThatNamesWhatToWrite(String commandLine, String sentence) {
        Run run = Run.bootledger((Object[]) commandLine.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines().findFirst()).hasValue("bootledger: " + sentence);
    }

    @Test
    void aLogInThePlaceOfACommandIsToBeRead() {
        Path log = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
        assertThat(Run.bootledger(log).err())
                .startsWith("bootledger: there is no command " + log + ": to read this file, bootledger analyze " + log
                        + "\n");
    }

    @Test
    void eachExitCodeStandsInTheHelp() {
        assertThat(Run.bootledger("--help").out())
                .contains("0 fine", "1 the gate", "2 wrong", "3 an", "4 the gate", "70 a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 39, 54, 55, 1_000_000})
    void aTerminalOfAnyWidthWillDo(int columns) {
        Map<String, String> narrow = Map.of("COLUMNS", Integer.toString(columns));
        Path log = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

        assertThat(Run.with(InputStream.nullInputStream(), narrow, "analyze", log)
                        .exitCode())
                .isZero();
        assertThat(Run.with(InputStream.nullInputStream(), narrow, "analyze", "--help")
                        .out())
                .contains("LOG");
    }
}
