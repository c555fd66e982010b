package io.bootledger.traces.store;

/**
 * The first line of an events file.
 *
 * @param schema what the lines after it are
 * @param log name of the log they were read from
 */
record EventsHeader(String schema, String log) {
    static final String SCHEMA = "bootledger/events/v1";
}
