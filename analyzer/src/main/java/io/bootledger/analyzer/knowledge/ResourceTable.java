package io.bootledger.analyzer.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table among the program's resources: a row per line, columns between tabs, lines that begin with {@code #} are comments. */
public final class ResourceTable {
    private ResourceTable() {}

    /**
     * All rows, in order; of a row that ends early the last columns are empty.
     *
     * @throws IllegalStateException when the table is missing, or a row has more columns
     */
    public static List<String[]> of(Class<?> beside, String resource, int columns) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> row(line, resource, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program is damaged: " + resource, e);
        }
    }

    private static String[] row(String line, String resource, int columns) {
        String[] found = line.split("\t", -1);
        if (found.length > columns) {
            throw new IllegalStateException(resource + ": more than " + columns + " columns: " + line);
        }
        String[] row = new String[columns];
        for (int at = 0; at < columns; at++) {
            row[at] = at < found.length ? found[at] : "";
        }
        return row;
    }
}
