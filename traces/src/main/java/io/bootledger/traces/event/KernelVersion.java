package io.bootledger.traces.event;

import org.jspecify.annotations.Nullable;

/**
 * The numbers at the head of a kernel release, by which the dialect of its messages is told: {@code 6.1.0-50-cloud-amd64} is
 * 6.1.0, {@code 2.6.32-5-686} is 2.6.32.
 */
public record KernelVersion(int major, int minor, int patch) implements Comparable<KernelVersion> {
    /** Reads the leading numbers of a release; null when it does not begin with two numbers. */
    public static @Nullable KernelVersion of(String release) {
        int[] numbers = new int[3];
        int count = 0;
        int at = 0;
        while (count < 3 && at < release.length() && Character.digit(release.charAt(at), 10) >= 0) {
            int value = 0;
            while (at < release.length() && Character.digit(release.charAt(at), 10) >= 0 && value < 100_000) {
                value = value * 10 + Character.digit(release.charAt(at++), 10);
            }
            numbers[count++] = value;
            if (at >= release.length() || release.charAt(at) != '.') {
                break;
            }
            at++;
        }
        return count < 2 ? null : new KernelVersion(numbers[0], numbers[1], numbers[2]);
    }

    /** Whether this is that version or a later one. */
    public boolean atLeast(int major, int minor) {
        return compareTo(new KernelVersion(major, minor, 0)) >= 0;
    }

    @Override
    public int compareTo(KernelVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
