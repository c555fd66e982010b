package io.bootledger.kernelsource;

/**
 * A source file and what builds it.
 *
 * @param kconfig as in {@code KnownCode}
 */
record CodeFile(String path, String kconfig) {}
