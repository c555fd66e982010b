package io.bootledger.readmodels;

import java.util.List;

/**
 * A column of {@link SummaryTable}.
 *
 * @param fields of each record, in order, of scalars; empty in other forms
 */
public record SummaryColumn(String name, Form form, List<SummaryColumn> fields) {
    /** What a cell holds. Any may be null. */
    public enum Form {
        /** {@code String}. */
        TEXT,
        /** {@code Long}. */
        NUMBER,
        /** {@code List<String>}. */
        TEXTS,
        /** {@code Map<String, String>}. */
        TEXT_BY_NAME,
        /** {@code Map<String, Long>}. */
        NUMBER_BY_NAME,
        /** {@code List<List<Object>>}: of each record its fields. */
        RECORDS
    }

    static SummaryColumn of(String name, Form form) {
        return new SummaryColumn(name, form, List.of());
    }

    static SummaryColumn records(String name, SummaryColumn... fields) {
        return new SummaryColumn(name, Form.RECORDS, List.of(fields));
    }
}
