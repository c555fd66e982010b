package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import java.util.stream.LongStream;

/**
 * A function graph of the same boot stands beside the log, or alone: the events behind this one come from it. Not of one line.
 *
 * @param trace name of its file
 * @param initcalls how many initcalls of the log it shows
 * @param compared how many of these could be held beside the log, and took as long there
 * @param lost events that the kernel says are missing: {@code CPU:2 [LOST 132 EVENTS]}
 * @param unbegun calls whose return it shows and whose beginning it does not: they are named and timed, what ran below them is not whole
 * @param unended calls whose beginning it shows and whose return it does not: what they took is unknown
 * @param beyond calls for which there was no room: their time is that of the function above them
 * @param unread lines that are cut, or otherwise none of a function graph
 */
public record FunctionGraphJoined(
        String trace, int initcalls, int compared, long lost, long unbegun, long unended, long beyond, long unread)
        implements BootEvent {
    /** Whether it can be: what others wrote need not, and nothing is less than nothing. */
    public boolean addsUp() {
        return LongStream.of(initcalls, compared, lost, unbegun, unended, beyond, unread)
                .allMatch(count -> count >= 0);
    }
}
