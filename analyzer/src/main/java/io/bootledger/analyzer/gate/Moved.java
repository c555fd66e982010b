package io.bootledger.analyzer.gate;

/**
 * Time that is now spent in another initcall: what deferred work, a lock or a probe waits for can pass from one to the next without
 * the boot taking longer.
 *
 * @param from the initcall that became faster
 * @param to the one that became slower, by about as much
 * @param us by how much that one did
 */
public record Moved(String from, String to, long us) {}
