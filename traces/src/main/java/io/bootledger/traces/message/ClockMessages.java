package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;
import static io.bootledger.traces.message.Versions.between;
import static io.bootledger.traces.message.Versions.since;
import static io.bootledger.traces.message.Versions.until;

import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.DelayCalibrated;
import io.bootledger.traces.event.machine.SchedClockMarked;
import io.bootledger.traces.event.machine.TscMarkedUnstable;
import java.util.List;

/** What the kernel says of its clocks. */
final class ClockMessages {
    static final List<Row<?>> ROWS = List.of(
            // kernel/time/clocksource.c, timekeeping.c
            row(ClocksourceSwitched.class, since("4.2"), "clocksource: Switched to clocksource %s")
                    .read(in -> new ClocksourceSwitched(in.text(0)))
                    .write(event -> fields(event.clocksource()))
                    .samples("clocksource: Switched to clocksource tsc-early"),
            row(ClocksourceSwitched.class, between("3.11", "4.2"), "Switched to clocksource %s")
                    .read(in -> new ClocksourceSwitched(in.text(0)))
                    .write(event -> fields(event.clocksource()))
                    .samples("Switched to clocksource arch_sys_counter"),
            row(ClocksourceSwitched.class, between("2.6.28", "3.11"), "Switching to clocksource %s")
                    .read(in -> new ClocksourceSwitched(in.text(0)))
                    .write(event -> fields(event.clocksource()))
                    .samples("Switching to clocksource tsc"),

            // kernel/sched/clock.c, __set_sched_clock_stable
            row(SchedClockMarked.class, since("4.11"), "sched_clock: Marking stable (%lld, %lld)->(%lld, %lld)")
                    .read(in -> marked(true, in))
                    .write(event -> event.stable() ? numbers(event) : null)
                    .samples("sched_clock: Marking stable (3654903355, -44491679)->(5650500622, -2040088946)"),

            // kernel/sched/clock.c, __sched_clock_work
            row(SchedClockMarked.class, since("4.11"), "sched_clock: Marking unstable (%lld, %lld)<-(%lld, %lld)")
                    .read(in -> marked(false, in))
                    .write(event -> event.stable() ? null : numbers(event))
                    .samples("sched_clock: Marking unstable (37451094287, 6163091)<-(37542371384, -85113762)"),

            // arch/x86/kernel/tsc.c, mark_tsc_unstable, tsc_cs_mark_unstable
            row(TscMarkedUnstable.class, since("3.5"), "tsc: Marking TSC unstable due to %s")
                    .read(in -> new TscMarkedUnstable(in.text(0)))
                    .write(event -> fields(event.reason()))
                    .samples("tsc: Marking TSC unstable due to TSCs unsynchronized"),
            row(TscMarkedUnstable.class, until("3.5"), "Marking TSC unstable due to %s")
                    .read(in -> new TscMarkedUnstable(in.text(0)))
                    .write(event -> fields(event.reason()))
                    .samples("Marking TSC unstable due to TSC halts in idle"),

            // init/calibrate.c, calibrate_delay
            row(DelayCalibrated.class, ALL, "Calibrating delay %s")
                    .read(in -> new DelayCalibrated(in.text(0)))
                    .write(event -> fields(event.how()))
                    .samples(
                            "Calibrating delay loop (skipped), value calculated using timer frequency.. 4192.02 BogoMIPS (lpj=8384040)",
                            "Calibrating delay loop... 1987.37 BogoMIPS (lpj=9936896)",
                            "Calibrating delay using timer specific routine.. 4787.99 BogoMIPS (lpj=2393998)"));

    private static SchedClockMarked marked(boolean stable, MessageFields in) {
        return new SchedClockMarked(stable, in.number(0), in.number(1), in.number(2), in.number(3));
    }

    private static MessageFields numbers(SchedClockMarked event) {
        return fields(event.tickNs(), event.tickOffsetNs(), event.counterNs(), event.counterOffsetNs());
    }

    private ClockMessages() {}
}
