package io.bootledger.analyzer.compare.measure;

/** A boot that was not used. */
public record LeftOut(String boot, boolean candidate, String why) {}
