package io.bootledger.traces.message;

/** Hexadecimal numbers as the kernel prints them. */
final class Hex {
    /** Where the number that begins at {@code from} with {@code 0x} ends, or -1 when there is none. */
    static int end(byte[] bytes, int from, int to) {
        if (from + 2 >= to || bytes[from] != '0' || bytes[from + 1] != 'x') {
            return -1;
        }
        int at = from + 2;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at > from + 2 ? at : -1;
    }

    private static boolean isDigit(byte digit) {
        return digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f' || digit >= 'A' && digit <= 'F';
    }

    private Hex() {}
}
