package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Nanos;
import java.util.function.UnaryOperator;

/** Changes of a time, as people write them: {@code 5ms}, {@code +20ms}, {@code -3ms}, {@code 50%}, {@code x10}. */
final class TimeChange {
    /**
     * Reads a change.
     *
     * @throws IllegalArgumentException when it is none
     */
    static UnaryOperator<Nanos> parse(String text) {
        if (text.startsWith("+")) {
            Nanos more = Nanos.parse(text.substring(1));
            return time -> time.plus(more);
        }
        if (text.startsWith("-")) {
            Nanos less = Nanos.parse(text.substring(1));
            return time -> less(time, less);
        }
        if (text.endsWith("%")) {
            return times(number(text.substring(0, text.length() - 1)), 100);
        }
        if (text.startsWith("x")) {
            return times(number(text.substring(1)), 1);
        }
        Nanos instead = Nanos.parse(text);
        return time -> instead;
    }

    /** {@code 50%} faster takes half as long. */
    static UnaryOperator<Nanos> faster(String percent) {
        String number = percent.endsWith("%") ? percent.substring(0, percent.length() - 1) : percent;
        long faster = number(number);
        if (faster > 100) {
            throw new IllegalArgumentException("nothing is more than 100% faster: \"" + percent + "\"");
        }
        return times(100 - faster, 100);
    }

    private static Nanos less(Nanos time, Nanos less) {
        if (less.value() > time.value()) {
            throw new IllegalArgumentException("it takes " + time + ", which is less than " + less);
        }
        return new Nanos(time.value() - less.value());
    }

    private static UnaryOperator<Nanos> times(long factor, long divisor) {
        return time -> new Nanos(Math.multiplyExact(time.value(), factor) / divisor);
    }

    private static long number(String digits) {
        try {
            if (!digits.matches("[0-9]+")) {
                throw new NumberFormatException(digits);
            }
            return Long.parseLong(digits);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not a whole number: \"" + digits + "\"", notANumber);
        }
    }

    private TimeChange() {}
}
