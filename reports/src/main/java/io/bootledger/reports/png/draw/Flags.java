package io.bootledger.reports.png.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds room for labels: rows of text above or below what they name, where no text meets another text or pole. Asked in order
 * of importance; a label that would push out an earlier one is not shown.
 */
public final class Flags {
    static final int ROW = 17;
    private static final int GAP = 4;

    private record Wish(int x, String text) {}

    private record Place(Wish wish, int textX, int row) {
        int from() {
            return textX - GAP;
        }

        int to() {
            return textX + Flag.width(wish.text()) + GAP;
        }

        boolean covers(int poleX) {
            return poleX >= from() && poleX <= to();
        }

        boolean meets(Place other) {
            return row == other.row
                    ? from() <= other.to() && other.from() <= to()
                    : row < other.row ? covers(other.wish.x()) : other.covers(wish.x());
        }
    }

    private final List<Wish> wishes = new ArrayList<>();
    private final int width;
    private final int rows;
    private List<Place> places = List.of();

    /** @param rows counted from what is named outwards */
    public Flags(int width, int rows) {
        this.width = width;
        this.rows = rows;
    }

    public void place(int x, String text) {
        Wish wish = new Wish(x, text);
        wishes.add(wish);
        List<Place> all = arranged();
        if (all.size() == wishes.size()) {
            places = all;
        } else {
            wishes.remove(wish);
        }
    }

    public int height() {
        return places.stream().mapToInt(place -> (place.row() + 1) * ROW).max().orElse(0);
    }

    /** The labels above what begins at that height. */
    public List<Flag> above(int footY) {
        return flags(footY, -1);
    }

    /** The labels below what ends at that height. */
    public List<Flag> below(int footY) {
        return flags(footY, 1);
    }

    /** From right to left, so that each text stands above the poles that it passes. */
    private List<Place> arranged() {
        List<Place> done = new ArrayList<>();
        wishes.stream().sorted(Comparator.comparingInt(Wish::x).reversed()).forEach(wish -> lowest(wish, done));
        return done;
    }

    /** The row nearest to what is named; with the text to the right of its pole if possible, else to the left. */
    private void lowest(Wish wish, List<Place> done) {
        int length = Flag.width(wish.text());
        int right = Math.max(0, Math.min(wish.x() + GAP, width - length));
        int left = Math.max(0, wish.x() - GAP - length);
        IntStream.of(right, left)
                .boxed()
                .flatMap(textX -> IntStream.range(0, rows).mapToObj(row -> new Place(wish, textX, row)))
                .filter(place -> done.stream().noneMatch(place::meets))
                .findFirst()
                .ifPresent(done::add);
    }

    private List<Flag> flags(int footY, int direction) {
        return places.stream()
                .sorted(Comparator.comparingInt((Place place) -> place.wish().x())
                        .thenComparingInt(Place::row))
                .map(place -> new Flag(
                        place.wish().x(),
                        place.textX(),
                        footY + direction * (place.row() * ROW + ROW / 2 + 2),
                        footY,
                        place.wish().text()))
                .toList();
    }
}
