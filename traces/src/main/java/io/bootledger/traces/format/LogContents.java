package io.bootledger.traces.format;

/**
 * What a log turned out to hold.
 *
 * @param boots boots that were read; 0 means that no line came from a kernel
 * @param lines lines read
 * @param bytes bytes read, after decompression
 * @param kind what the bytes are, in words for people: {@code nothing}, {@code a PNG picture}, {@code binary data}, {@code text}
 */
public record LogContents(int boots, long lines, long bytes, String kind) {}
