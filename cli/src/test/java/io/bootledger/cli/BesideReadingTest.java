package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BesideReadingTest {
    private final List<Integer> made = new ArrayList<>();

    @Test
    void viewsAreMadeInTheOrderOfTheBoots() {
        try (BesideReading views = new BesideReading()) {
            IntStream.range(0, 1_000).forEach(boot -> views.execute(() -> made.add(boot)));
            views.end();
        }
        assertThat(made).hasSize(1_000).isSorted();
    }

    @Test
    void whatGoesWrongReachesTheReaderAndEndsTheMaking() {
        try (BesideReading views = new BesideReading()) {
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
