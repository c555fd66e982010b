package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootFinisherTest {
    private final List<Integer> made = new ArrayList<>();

    @Test
    void viewsAreMadeInTheOrderOfTheBoots() {
        try (BootFinisher views = new BootFinisher()) {
            IntStream.range(0, 1_000).forEach(boot -> views.execute(() -> made.add(boot)));
            views.end();
        }
        assertThat(made).hasSize(1_000).isSorted();
    }

    @Test
    void whatGoesWrongReachesTheReaderAndEndsTheMaking() {
        try (BootFinisher views = new BootFinisher()) {
            views.execute(() -> {
                throw CommandFailure.silent(ExitCode.BROKEN_PIPE);
            });
            assertThatThrownBy(() -> {
                        views.execute(() -> made.add(1));
                        views.end();
                    })
                    .isInstanceOf(CommandFailure.class);
        }
        assertThat(made).isEmpty();
    }
}
