package io.bootledger.analyzer.levels;

/** A built-in call and what better evidence than inference leaves open of its level. */
record Clue(String function, HalfLevelBounds bounds) {}
