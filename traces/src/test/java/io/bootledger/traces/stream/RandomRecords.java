package io.bootledger.traces.stream;

import io.bootledger.traces.event.LogText;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records filled with seeded random values; nullable components are null now and then. */
final class RandomRecords {
    static <R> R record(Class<R> type, Random random) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> value(component.getAnnotatedType(), component.getType(), random))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static <T> @Nullable T maybe(Random random, Supplier<T> supplier) {
        return random.nextInt(4) == 0 ? null : supplier.get();
    }

    private static @Nullable Object value(AnnotatedType annotated, Class<?> type, Random random) {
        Supplier<Object> supplier = () -> value(type, random);
        if (type == List.class) {
            AnnotatedParameterizedType list = (AnnotatedParameterizedType) annotated;
            Class<?> element = (Class<?>) list.getAnnotatedActualTypeArguments()[0].getType();
            return random.ints(random.nextInt(3))
                    .mapToObj(each -> value(element, random))
                    .toList();
        }
        return annotated.isAnnotationPresent(Nullable.class) ? maybe(random, supplier) : supplier.get();
    }

    private static Object value(Class<?> type, Random random) {
        if (type == String.class) {
            return text(random);
        }
        if (type == LogText.class) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            return random.nextBoolean() ? LogText.of(text(random)) : LogText.copyOf(bytes, 0, bytes.length);
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong(-LogNumber.ABOVE_ALL + 1, LogNumber.ABOVE_ALL);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return record(type, random);
    }

    /** Any characters but lone surrogates, which UTF-8 cannot hold. */
    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private RandomRecords() {}
}
