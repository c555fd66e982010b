package io.bootledger.analyzer;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.DeferralExplained;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import io.bootledger.traces.event.call.FunctionStackTimed;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.call.ProbeScheduled;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.KernelWarned;
import io.bootledger.traces.event.machine.LoaderClockRead;
import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.MachineIdentified;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.StageReported.Kind;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Streams of events that make little sense, as hostile logs do; the same seed gives the same stream. */
public final class RandomEvents {
    private static final String[] NAMES = {"acpi_init", "init_module", "mod_init", "pci_init"};

    private final Random random;

    private RandomEvents(long seed) {
        random = new Random(seed);
    }

    public static List<RecordedEvent> stream(long seed, int length) {
        return new RandomEvents(seed).stream(length);
    }

    private List<RecordedEvent> stream(int length) {
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            BootTime time = random.nextInt(5) == 0 ? null : BootTime.ofMicros(i * 50L + random.nextInt(200));
            Caller caller = random.nextInt(3) == 0 ? new Caller(random.nextBoolean(), random.nextInt(3)) : null;
            Priority priority = random.nextInt(3) == 0 ? new Priority(random.nextInt(8)) : null;
            events.add(new RecordedEvent(i, time, caller, priority, event(), new Origin(i + 1, null)));
        }
        return events;
    }

    private BootEvent event() {
        return switch (random.nextInt(48)) {
            case 0, 1, 2, 3, 4, 5 -> new InitcallStarted(symbol(), random.nextInt(4) == 0 ? null : number(4));
            case 6, 7, 8, 9, 10, 11 ->
                new InitcallFinished(symbol(), random.nextInt(6) == 0 ? null : value(), duration());
            case 12, 13 -> new ProbeFinished(name(), null, random.nextInt(9) == 0 ? null : value(), usecs());
            case 14 -> new ProbeFailed(name(), name(), -number(120));
            case 15 -> new InitcallMisbehaved(symbol(), "preemption imbalance");
            case 16 -> new InitcallBlacklisted(name());
            case 17 -> new LevelEntered(InitcallLevel.values()[number(11)]);
            case 18 -> new ClocksourceSwitched("tsc");
            case 19 -> new KernelStarted(number(7) + "." + number(20) + ".0", random.nextBoolean() ? "mips" : "x86");
            case 20 -> new MachineIdentified("sparc machine");
            case 21 -> new CommandLineGiven("initcall_debug quiet " + number(9), random.nextBoolean());
            case 22 ->
                new MemoryFreed(random.nextBoolean() ? "unused kernel memory" : "unused decrypted memory", number(99));
            case 23 -> new ReadOnlyDataProtected("data");
            case 24 -> new InitProcessStarted("/" + name());
            case 25 -> new InitProcessFailed("/" + name(), random.nextBoolean() ? -2 : null);
            case 26 -> new KernelPanicked("no reason");
            case 27 -> new KernelOopsed("Oops: 0002");
            case 28 -> new KernelWarned("WARNING: at main.c");
            case 29 -> new ModuleRejected(name(), "version magic");
            case 30 -> new ModuleInitSuspicious(name(), number(99));
            case 31 -> new DeferredProbePending("platform " + name(), null);
            case 37 -> new DeferralExplained("platform " + name(), "supplier " + name() + " not ready");
            case 32 -> new AsyncCallStarted(number(9), symbol(), number(9));
            case 33 -> new AsyncCallFinished(number(9), symbol(), usecs());
            case 34 -> new MessagesLost(number(9));
            case 35 -> new MessageNotUnderstood(LogText.of("calling ???"), "a symbol");
            case 36 -> new UserspaceReported("systemd[1]: hello");
            case 38 -> new TraceJoined("trace.txt", number(9), number(9), number(9));
            case 39 -> scheduled();
            case 42 -> probed();
            case 40 -> new FunctionGraphJoined("trace.txt", number(9), 0, number(9), number(9), number(9), 0, 0);
            case 41 ->
                new FunctionStackTimed(random.nextBoolean() ? symbol() : null, List.of(name()), number(9), value());
            case 43 ->
                new StageReported(
                        name(), Kind.values()[number(Kind.values().length)], LogText.of(name()), null, hostUs());
            case 44 -> new HostClockRead(number(30), number(99), 99 + number(99), 1, hostUs());
            case 46 ->
                new LoaderMarked(
                        LoaderMarked.Report.values()[number(2)],
                        LogText.of(random.nextBoolean() ? "SPL" : name()),
                        number(99));
            case 45 -> new LoaderClockRead(number(99), 99 + number(99), number(30));
            default -> new MessageLogged(LogText.of(random.nextBoolean() ? "an error" : "all is well"));
        };
    }

    private Long hostUs() {
        return random.nextBoolean() ? null : Long.valueOf(number(9_999));
    }

    /** Adds up, most often. */
    private InitcallScheduled scheduled() {
        Sleep sleep = new Sleep(number(30), name(), null, random.nextBoolean(), List.of(), name(), number(9));
        return new InitcallScheduled(symbol(), number(3), 60 - number(20), 10L, (long) value(), List.of(sleep));
    }

    private ProbeScheduled probed() {
        Sleep sleep = new Sleep(number(30), null, null, true, List.of(), null, 0);
        return new ProbeScheduled(name(), number(3), number(60), number(20), number(9), List.of(sleep));
    }

    private InitcallSymbol symbol() {
        String name = name();
        String module = random.nextInt(3) == 0 ? name() : null;
        String address = random.nextInt(5) == 0 ? "0xc0" + number(9) : null;
        return new InitcallSymbol(name + "+0x0/0x" + number(3), name, module, address, null);
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private int value() {
        return new int[] {0, 0, 0, 1, 62, -19, -22, -517, 517, Integer.MIN_VALUE}[random.nextInt(10)];
    }

    private ReportedDuration duration() {
        return random.nextInt(6) == 0
                ? null
                : random.nextInt(6) == 0 ? ReportedDuration.msecs(random.nextLong()) : usecs();
    }

    private ReportedDuration usecs() {
        return ReportedDuration.usecs(random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(100_000));
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }
}
