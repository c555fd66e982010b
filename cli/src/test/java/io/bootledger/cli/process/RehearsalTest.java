package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void playsToTheEnd() {
        assertThatCode(Rehearsal::play).doesNotThrowAnyException();
    }
}
