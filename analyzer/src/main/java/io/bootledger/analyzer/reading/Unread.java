package io.bootledger.analyzer.reading;

/**
 * Lines that look like ours and could not be read, of one kind: they begin with the same word, and the same is wrong with them.
 *
 * @param line of the first one
 * @param text its message
 * @param why what was expected in it
 * @param count how many there are
 */
public record Unread(long line, String text, String why, long count) {}
