package io.bootledger.reports.sql;

/**
 * What a query may take.
 *
 * @param seconds until it is broken off
 * @param memoryMb megabytes that the engine may use, besides the tables' file
 */
public record SqlBounds(int seconds, int memoryMb) {
    /** Ample for thousands of boots. */
    public static final SqlBounds DEFAULT = new SqlBounds(60, 512);
}
