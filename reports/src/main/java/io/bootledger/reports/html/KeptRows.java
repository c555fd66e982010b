package io.bootledger.reports.html;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table stand in the page: where there are too many, the shortest are left out.
 *
 * @param places of those that stay among all, in order
 */
record KeptRows(List<Integer> places) {
    /** @param us how long a row took; what never ended or failed is asked for with {@link Long#MAX_VALUE} */
    static <T> KeptRows of(List<T> rows, int most, ToLongFunction<T> us) {
        Comparator<Integer> longest = Comparator.comparingLong((Integer place) -> us.applyAsLong(rows.get(place)))
                .reversed();
        return new KeptRows(IntStream.range(0, rows.size())
                .boxed()
                .sorted(rows.size() > most ? longest : Comparator.naturalOrder())
                .limit(most)
                .sorted()
                .toList());
    }

    <T extends @Nullable Object> List<T> of(List<T> rows) {
        return places.size() == rows.size()
                ? rows
                : places.stream().map(rows::get).toList();
    }

    /** Where a row stands in the page; null for one that was left out. */
    @Nullable
    Integer placeOf(@Nullable Integer place) {
        int found = place == null ? -1 : Collections.binarySearch(places, place);
        return found < 0 ? null : Integer.valueOf(found);
    }
}
