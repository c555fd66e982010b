package io.bootledger.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.6.32-5-686 3.2.0 4.19.0 5.4.0 5.10.0-8-amd64 5.10.0-28-amd64 6.1.0-rc3 6.1.0-rc12 6.1.0 6.1.0-1 6.10.0",
                "6.12.0-rc1-next 6.12.0 6.12.0+",
                "boot-1.log boot-2.log boot-10.log boot-10b.log",
                "a007 a07 a7 a8 a00000000000000000000000000000000099 a100",
                "7.0.0-rc7-dirty 7.0.0-dirty",
            })
    void numbersCountAsNumbers(String inOrder) {
        List<String> expected = new ArrayList<>(Arrays.asList(inOrder.split(" ")));
        for (int seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(NaturalOrder.COMPARATOR);
            assertThat(shuffled).isEqualTo(expected);
        }
    }
}
