package io.bootledger.reports.sql;

import java.util.SortedMap;

/**
 * What tables tell of a boot besides its analysis.
 *
 * @param boot its name in the tables
 * @param log name of the log it came from
 * @param number in that log, from 1
 * @param tags what else is known of it
 */
public record BootFacts(String boot, String log, int number, SortedMap<String, String> tags) {}
