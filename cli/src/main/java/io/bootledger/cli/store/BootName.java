package io.bootledger.cli.store;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A boot as people name it: the beginning of its name, as long as it takes to be the only one. */
public final class BootName {
    public static final String DESCRIPTION = "The boot: the beginning of its name in \"bootledger store list\".";
    private static final int SHOWN = 5;
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{1,64}");

    /** Whether a word can name a boot of a store: what is a file is taken for a log. */
    public static boolean isMeant(String word) {
        return DIGITS.matcher(word).matches() && !Files.exists(Path.of(word));
    }

    /** @throws CommandFailure when no boot or more than one begins so */
    public static BootId find(FileEventStore store, String name) {
        List<BootId> found = StorePlace.Reading.of("the store", () -> store.startingWith(name));
        if (found.isEmpty() || name.isEmpty()) {
            throw CommandFailure.unreadable("no boot begins with " + name + ": see bootledger store list", null);
        }
        if (found.size() > 1) {
            throw CommandFailure.usage(found.size() + " boots begin with " + name + ": give more of "
                    + found.stream().limit(SHOWN).map(BootId::shortened).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private BootName() {}
}
