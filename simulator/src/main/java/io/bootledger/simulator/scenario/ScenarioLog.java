package io.bootledger.simulator.scenario;

import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.simulator.kernel.Simulation;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.write.LogForm;
import io.bootledger.traces.format.write.LogWriter;
import io.bootledger.traces.format.write.WritingOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Boots a scenario's machine again and again and writes its log, with the scenario's noise and damage. */
public final class ScenarioLog {
    private final Scenario scenario;
    private final Simulation simulation;
    private final long session;

    public ScenarioLog(Scenario scenario) {
        this(scenario, new Simulation(scenario.machine()), 0);
    }

    private ScenarioLog(Scenario scenario, Simulation simulation, long session) {
        this.scenario = scenario;
        this.simulation = simulation;
        this.session = session;
    }

    /** The same machine in another session: what all boots of one share, as a warm room or a busy host, comes from its seed. */
    public ScenarioLog inSession(long seed) {
        return new ScenarioLog(scenario, simulation, seed);
    }

    /** The machine, with its kernel linked. */
    public Simulation simulation() {
        return simulation;
    }

    /**
     * Boots once and writes the log.
     *
     * @param seed decides the noise; the same seed gives the same bytes
     * @return what happened, as far as the log can show it
     */
    public BootTruth write(long seed, LogForm form, OutputStream out) throws IOException {
        OutputStream wire = DamagedStream.of(scenario.damage(), seed, out);
        LogWriter writer = form.writer(wire, options(scenario.machine()));
        BootTruth truth = write(seed, writer, form == LogForm.FTRACE);
        wire.flush();
        return truth;
    }

    /** Boots so often, each time with the next seed, and writes one log after the other. */
    public void writeAll(long firstSeed, int boots, LogForm form, OutputStream out) throws IOException {
        OutputStream wire = DamagedStream.of(scenario.damage(), firstSeed, out);
        LogWriter writer = form.writer(wire, options(scenario.machine()));
        for (int boot = 0; boot < boots; boot++) {
            write(firstSeed + boot, writer, form == LogForm.FTRACE);
        }
        wire.flush();
    }

    /** Boots once into a writer, which may take many boots. */
    public BootTruth write(long seed, LogWriter writer, boolean traced) throws IOException {
        BootTruth truth = run(seed, traced ? record -> {} : writer, traced ? writer : event -> {});
        writer.endBoot();
        return truth;
    }

    /** Boots once and hands out the events that reading its log would give. */
    public BootTruth events(long seed, EventSink events) {
        BootEvents read = new BootEvents(events, scenario.machine().kernel());
        BootTruth truth = run(seed, read, traced -> {});
        read.end();
        return truth;
    }

    /** Boots once and hands out what the kernel does, step by step. */
    public BootTruth steps(long seed, Consumer<Step> steps) {
        return simulation.steps(scenario.noise().of(seed, session), steps);
    }

    /** Boots once and hands out the kernel's records. */
    public BootTruth run(long seed, EventSink log, EventSink trace) {
        LogDamage damage = scenario.damage();
        long end = damage == null || damage.cutAfterRecords() == 0 ? Long.MAX_VALUE : damage.cutAfterRecords();
        return simulation.boot(scenario.noise().of(seed, session), log, trace, end);
    }

    /** How this machine's kernel and console write. */
    public static WritingOptions options(Machine machine) {
        return new WritingOptions(
                machine.kernel().version(),
                machine.kernel().callerIds(),
                machine.console() == null ? 8 : machine.console().loglevel(),
                machine.cpus(),
                machine::cpuOf,
                machine::taskName);
    }
}
