package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scenario of a real boot: takes the boot's events and keeps its init functions in their order, with their levels, times,
 * probes and the gaps between them. What a log does not show (who needs whom, how boots differ) is not made up.
 */
public final class ScenarioFit implements EventSink {
    private final String title;
    private final FittedKernel kernel = new FittedKernel();
    private final FittedCalls calls;
    private final FittedEnding ending;
    private @Nullable String machine;
    private @Nullable String clocksource;
    private @Nullable Console console;
    private int cpus = 1;
    private long firstInitcallUs = -1;
    private long smpUs;
    private boolean over;

    /**
     * @param title what the scenario is called
     * @param known what is known of the n-th initcall of the log, from 0
     */
    public ScenarioFit(String title, IntFunction<KnownCall> known) {
        this.title = title;
        this.calls = new FittedCalls(known, kernel);
        this.ending = new FittedEnding(calls);
    }

    /** Which kernel booted, should the log not say so itself. */
    public ScenarioFit assuming(@Nullable String release) {
        if (release != null) {
            kernel.assume(release);
        }
        return this;
    }

    /** Takes the next event; those behind the end of the first boot are ignored. */
    @Override
    public void accept(RecordedEvent recorded) {
        if (over) {
            return;
        }
        long now = recorded.time() == null ? calls.now() : recorded.time().micros();
        kernel.callers(recorded);
        calls.at(now);
        machine(recorded.event());
        calls(recorded);
        ending.accept(recorded.event(), now, calls.mainEndUs());
        if (ending.initStartedUs() >= 0) {
            calls.userSpaceBegins();
        }
        over = recorded.event() instanceof BootRecorded;
    }

    private void machine(BootEvent event) {
        if (event instanceof KernelStarted started) {
            kernel.started(started);
        } else if (event instanceof CommandLineGiven given) {
            kernel.commandLine(given);
        } else if (event instanceof MachineIdentified identified) {
            machine = identified.machine();
        } else if (event instanceof CpusBroughtUp up) {
            cpus = Math.min(Math.max(1, up.cpus()), Machine.MOST_CPUS);
            smpUs += calls.otherCpusUp();
        } else if (event instanceof ClocksourceSwitched switched && clocksource == null) {
            clocksource = switched.clocksource();
            kernel.clocksourceSwitched();
        } else if (event instanceof ConsoleEnabled enabled && !enabled.bootConsole() && console == null) {
            console = new Console(enabled.console(), 0, 8, calls.open(), false);
        } else if (event instanceof AsyncCallStarted) {
            kernel.logsAsync();
        }
    }

    private void calls(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted started) {
            if (firstInitcallUs < 0) {
                firstInitcallUs = calls.now();
                kernel.firstInitcall(firstInitcallUs, started.pid() != null && started.pid() == 0);
            }
            calls.started(started);
        } else if (event instanceof InitcallFinished finished) {
            calls.finished(finished);
        } else if (event instanceof LevelEntered entered) {
            calls.level(entered.level());
        } else if (event instanceof ProbeFinished probe) {
            calls.probed(probe);
        } else if (event instanceof InitcallBlacklisted blacklisted) {
            calls.blacklisted(blacklisted.function());
        } else if (event instanceof InitcallMisbehaved misbehaved) {
            calls.misbehaved(misbehaved.complaint());
        } else if (event instanceof KernelOopsed) {
            calls.goesWrong(Fault.OOPS);
        } else if (event instanceof MessageLogged message) {
            if (message.text().toString().contains("Checked W+X mappings")) {
                kernel.checksWx();
            }
            calls.said(message, recorded.priority());
        }
    }

    /**
     * The scenario.
     *
     * @throws ScenarioException when the log does not say which kernel booted, or one too old to be simulated, or holds no initcall
     */
    public Scenario scenario() {
        if (!calls.any()) {
            throw new ScenarioException(title + ": holds no initcall to go by; boot with initcall_debug");
        }
        FittedInitramfs unpacked = new FittedInitramfs(kernel, cpus, ending, calls);
        KernelConfig config = config();
        Machine fitted = new Machine(
                machine,
                config,
                cpus,
                clocksource == null ? Machine.USUAL_CLOCKSOURCE : clocksource,
                console,
                Nanos.ofMicros(Math.max(0, firstInitcallUs)),
                List.of(),
                Nanos.ZERO,
                Nanos.ofMicros(smpUs),
                Nanos.ZERO,
                calls.initcalls(kernel.unpacksItself() ? ending.unpackUs() : 0),
                calls.devices(),
                unpacked.initramfs(),
                ending.ending(unpacked.waitedAtTheEndUs(), Machine.Ending.usualInit(config)),
                calls.loads(ending.initStartedUs()),
                List.of());
        return new Scenario("Like " + title, fitted, Noise.NONE, null);
    }

    private KernelConfig config() {
        try {
            return kernel.config(title, ending.initMemoryKib());
        } catch (IllegalArgumentException tooOld) {
            throw new ScenarioException(title + ": its kernel cannot be simulated: " + tooOld.getMessage(), tooOld);
        }
    }
}
