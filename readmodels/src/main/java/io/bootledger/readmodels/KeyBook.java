package io.bootledger.readmodels;

import io.bootledger.analyzer.compare.measure.InitcallKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The initcalls of all boots of a file, by number: each name stands in it once. */
final class KeyBook {
    private final List<InitcallKey> keys = new ArrayList<>();
    private final Map<InitcallKey, Integer> numbers = new HashMap<>();

    /** The number of an initcall, which gets one where it has none. */
    int number(InitcallKey key) {
        Integer known = numbers.putIfAbsent(key, keys.size());
        if (known != null) {
            return known;
        }
        keys.add(key);
        return keys.size() - 1;
    }

    InitcallKey key(long number) throws IOException {
        if (number < 0 || number >= keys.size()) {
            throw new IOException("no initcall has the number " + number);
        }
        return keys.get((int) number);
    }

    void write(FactOutput out) {
        out.all(keys, (each, key) -> {
            each.text(key.function());
            each.text(key.module());
            each.number(key.occurrence());
        });
    }

    static KeyBook read(FactInput in) throws IOException {
        KeyBook book = new KeyBook();
        for (InitcallKey key : in.all(each -> new InitcallKey(each.text(), each.textOrNull(), (int) each.number()))) {
            book.number(key);
        }
        return book;
    }
}
