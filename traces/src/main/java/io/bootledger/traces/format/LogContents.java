package io.bootledger.traces.format;

/**
 * What a log turned out to hold.
 *
 * @param boots boots that were read; 0 means that no line came from a kernel, or none from one that was booting
 * @param lines lines read
 * @param bytes bytes read, after decompression
 * @param runningKernel whether kernels spoke that were not booting: the log begins minutes after they started, and says nothing
 *     of their boot. Their lines belong to the next boot, if one follows
 * @param kind what the bytes are, in words for people: {@code nothing}, {@code a PNG picture}, {@code binary data}, {@code text}
 */
public record LogContents(int boots, long lines, long bytes, boolean runningKernel, String kind) {}
