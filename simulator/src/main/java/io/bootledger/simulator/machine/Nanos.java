package io.bootledger.simulator.machine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A stretch of virtual time in whole nanoseconds, never negative. People write and read it with a unit: {@code 250us},
 * {@code 1.5ms}, {@code 20s}.
 */
public record Nanos(long value) {
    /** So that a machine's thousands of steps add up. */
    private static final long MOST = 24L * 3_600 * 1_000_000_000;

    public static final Nanos ZERO = new Nanos(0);

    /** Units, the largest first. */
    private enum Unit {
        s(1_000_000_000L),
        ms(1_000_000L),
        us(1_000L),
        ns(1L);

        private final long nanos;

        Unit(long nanos) {
            this.nanos = nanos;
        }
    }

    public Nanos {
        if (value < 0) {
            throw new IllegalArgumentException("a duration is negative: " + value + " ns");
        }
    }

    public static Nanos ofMicros(long micros) {
        return new Nanos(Math.multiplyExact(micros, 1_000L));
    }

    public static Nanos ofMillis(long millis) {
        return new Nanos(Math.multiplyExact(millis, 1_000_000L));
    }

    /**
     * Reads a number with its unit.
     *
     * @throws IllegalArgumentException when it is something else; the message says what was expected
     */
    @JsonCreator
    public static Nanos parse(String text) {
        int unitAt = text.length();
        while (unitAt > 0 && Character.isLetter(text.charAt(unitAt - 1))) {
            unitAt--;
        }
        try {
            Unit unit = Unit.valueOf(text.substring(unitAt));
            String digits = text.substring(0, unitAt).strip();
            if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
                throw new NumberFormatException(digits);
            }
            BigDecimal number = new BigDecimal(digits);
            long nanos = number.multiply(BigDecimal.valueOf(unit.nanos)).longValueExact();
            if (nanos > MOST) {
                throw new ArithmeticException("no step of a boot takes a day");
            }
            return new Nanos(nanos);
        } catch (ArithmeticException | IllegalArgumentException notADuration) {
            throw new IllegalArgumentException(
                    "not a duration: \"" + text
                            + "\"; expected a number and a unit, as in 250us, 1.5ms or 2s, and less than a day",
                    notADuration);
        }
    }

    public Nanos plus(Nanos other) {
        return new Nanos(Math.addExact(value, other.value));
    }

    /** In the largest unit that keeps it exact: {@code 1500us}. */
    @Override
    @JsonValue
    public String toString() {
        for (Unit unit : Unit.values()) {
            if (value != 0 && value % unit.nanos == 0) {
                return value / unit.nanos + unit.name();
            }
        }
        return "0us";
    }
}
