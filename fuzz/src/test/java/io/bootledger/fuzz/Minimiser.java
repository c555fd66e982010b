package io.bootledger.fuzz;

import io.bootledger.fuzz.input.Input;
import java.util.function.Predicate;

/** Leaves out of an input whatever the fault does not need: larger parts first, then smaller ones. */
final class Minimiser {
    private final Predicate<Input> fails;
    private int attemptsLeft;

    /**
     * @param mostAttempts after which what is left has to do
     * @param fails whether an input still shows the fault
     */
    Minimiser(int mostAttempts, Predicate<Input> fails) {
        this.attemptsLeft = mostAttempts;
        this.fails = fails;
    }

    Input minimised(Input input) {
        Input smallest = input;
        for (int part = Integer.highestOneBit(Math.max(1, input.bytes().length)); part > 0; part /= 2) {
            smallest = without(smallest, part);
        }
        return smallest;
    }

    private Input without(Input input, int part) {
        Input smallest = input;
        int at = 0;
        while (at < smallest.bytes().length && attemptsLeft > 0) {
            Input smaller = smallest.with(left(smallest.bytes(), at, part));
            attemptsLeft--;
            if (fails.test(smaller)) {
                smallest = smaller;
            } else {
                at += part;
            }
        }
        return smallest;
    }

    private static byte[] left(byte[] bytes, int at, int part) {
        int behind = Math.min(bytes.length, at + part);
        byte[] left = new byte[bytes.length - (behind - at)];
        System.arraycopy(bytes, 0, left, 0, at);
        System.arraycopy(bytes, behind, left, at, bytes.length - behind);
        return left;
    }
}
