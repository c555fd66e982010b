package io.bootledger.reports.trace;

import java.util.Map;

/** Something that happened at a moment. */
record Instant(String name, String category, long timeUs, Map<String, Object> facts) {}
