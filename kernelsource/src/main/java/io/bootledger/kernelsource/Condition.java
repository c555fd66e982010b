package io.bootledger.kernelsource;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The symbols that must all be set, or unset where a {@code !} stands before, for something to be built. */
record Condition(Set<String> symbols) {
    static final Condition ALWAYS = new Condition(Set.of());

    private static final Pattern SYMBOL = Pattern.compile("CONFIG_(\\w+)");

    Condition {
        symbols = Set.copyOf(symbols);
    }

    /** What a line of a makefile names. */
    static Condition namedIn(String text) {
        Set<String> symbols = new TreeSet<>();
        SYMBOL.matcher(text).results().forEach(symbol -> symbols.add(symbol.group(1)));
        return new Condition(symbols);
    }

    Condition and(Condition more) {
        Set<String> both = new TreeSet<>(symbols);
        both.addAll(more.symbols);
        return new Condition(both);
    }

    static Condition all(Collection<Condition> conditions) {
        return conditions.stream().reduce(ALWAYS, Condition::and);
    }

    /** The other branch; of several symbols nobody can say which is unset. */
    Condition not() {
        if (symbols.size() != 1) {
            return ALWAYS;
        }
        String symbol = symbols.iterator().next();
        return new Condition(Set.of(symbol.startsWith("!") ? symbol.substring(1) : "!" + symbol));
    }

    /** {@code A&B}; empty for {@link #ALWAYS}. */
    String text() {
        return String.join("&", new TreeSet<>(symbols));
    }
}
