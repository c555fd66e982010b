package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.Scope;

/**
 * Time that is now spent elsewhere: what deferred work, a lock or a probe waits for can pass from one initcall to the next, and an
 * initcall from one level to another, without the boot taking longer.
 *
 * @param scope whether initcalls, levels or what is outside initcalls in them is meant
 * @param from what became faster
 * @param to what became slower, by about as much
 * @param us by how much that one did
 */
public record Moved(Scope scope, String from, String to, long us) {}
