package io.bootledger.analyzer.levels.known;

/**
 * A kernel that somebody's knowledge was learned from.
 *
 * @param name as it was called when it was learned
 * @param initcalls how many of its initcalls tell their level
 * @param ordered whether they are in link order
 */
public record LearnedKernel(String name, int initcalls, boolean ordered) {}
