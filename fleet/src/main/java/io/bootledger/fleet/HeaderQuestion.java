package io.bootledger.fleet;

import io.bootledger.readmodels.BootFilter;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.BootOrigin;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.api.java.UDF4;
import org.jspecify.annotations.Nullable;
import scala.collection.Map;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What is asked of boots' headers, as a function of SQL: of their log, kernel, machine and tags alone, so that Spark reads no other
 * column for it.
 */
final class HeaderQuestion<T> implements UDF4<String, String, String, Map<String, String>, @Nullable T> {
    private static final long serialVersionUID = 1L;
    private static final BootId ANY = new BootId("0".repeat(64));

    /** What asks, made where it is asked. */
    private interface Question<T> extends Serializable {
        Function<BootHeader, @Nullable T> asked();
    }

    private final Question<T> question;
    private transient @Nullable Function<BootHeader, @Nullable T> asked;

    private HeaderQuestion(Question<T> question) {
        this.question = question;
    }

    static HeaderQuestion<Boolean> isWanted(List<String> conditions) {
        return new HeaderQuestion<>(() -> BootFilter.of(conditions)::test);
    }

    static HeaderQuestion<String> fact(String key) {
        return new HeaderQuestion<>(() -> BootFilter.fact(key));
    }

    @Override
    public @Nullable T call(String log, @Nullable String kernel, @Nullable String machine, Map<String, String> tags) {
        Function<BootHeader, @Nullable T> ask = asked == null ? question.asked() : asked;
        asked = ask;
        BootOrigin origin = new BootOrigin(log, 1, new TreeMap<>(CollectionConverters.asJava(tags)));
        return ask.apply(new BootHeader(ANY, origin, kernel, machine, null, 0));
    }
}
