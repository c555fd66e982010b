package io.bootledger.analyzer.projection;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view that is made when someone first looks at it: of thousands of boots in one log, most are shown in one line. Made once;
 * of threads that look at the same time one makes it, and the others wait. No view is made of itself, so none waits for ever.
 */
public final class Later<V extends @Nullable Object> {
    private final Supplier<V> making;
    private volatile @Nullable Made<V> made;

    private record Made<V extends @Nullable Object>(V view) {}

    public Later(Supplier<V> making) {
        this.making = making;
    }

    public V view() {
        Made<V> once = made;
        return once == null ? make() : once.view();
    }

    private synchronized V make() {
        Made<V> once = made;
        if (once == null) {
            once = new Made<>(making.get());
            made = once;
        }
        return once.view();
    }

    /** A list that is made when someone first looks into it. */
    public static <E> List<E> list(Supplier<List<E>> making) {
        Later<List<E>> later = new Later<>(making);
        return list(() -> later.view().size(), later);
    }

    /** The same, of a size that is known before. */
    public static <E> List<E> list(int size, Supplier<List<E>> making) {
        return list(() -> size, new Later<>(making));
    }

    private static <E> List<E> list(IntSupplier size, Later<List<E>> later) {
        return new AbstractList<>() {
            @Override
            public E get(int index) {
                return later.view().get(index);
            }

            @Override
            public int size() {
                return size.getAsInt();
            }
        };
    }
}
