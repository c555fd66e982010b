package io.bootledger.traces.stream;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.call.BlacklistEntryAdded;
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
import io.bootledger.traces.event.call.ModuleTainted;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.call.ProbeScheduled;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleDisabled;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.DelayCalibrated;
import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.KernelWarned;
import io.bootledger.traces.event.machine.LoaderClockRead;
import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.MachineIdentified;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.RootMounted;
import io.bootledger.traces.event.machine.SchedClockMarked;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.TscMarkedUnstable;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.jsontype.NamedType;

/** The names of the event types on file. They outlive the classes: a renamed class keeps its name here. */
public final class EventTypes {
    public static final Map<String, Class<? extends BootEvent>> BY_NAME = Map.ofEntries(
            Map.entry("async_call_finished", AsyncCallFinished.class),
            Map.entry("async_call_started", AsyncCallStarted.class),
            Map.entry("async_wait_finished", AsyncWaitFinished.class),
            Map.entry("async_wait_started", AsyncWaitStarted.class),
            Map.entry("blacklist_entry_added", BlacklistEntryAdded.class),
            Map.entry("boot_recorded", BootRecorded.class),
            Map.entry("clocksource_switched", ClocksourceSwitched.class),
            Map.entry("command_line_given", CommandLineGiven.class),
            Map.entry("console_disabled", ConsoleDisabled.class),
            Map.entry("console_enabled", ConsoleEnabled.class),
            Map.entry("cpus_brought_up", CpusBroughtUp.class),
            Map.entry("deferral_explained", DeferralExplained.class),
            Map.entry("deferred_probe_pending", DeferredProbePending.class),
            Map.entry("delay_calibrated", DelayCalibrated.class),
            Map.entry("function_graph_joined", FunctionGraphJoined.class),
            Map.entry("function_stack_timed", FunctionStackTimed.class),
            Map.entry("host_clock_read", HostClockRead.class),
            Map.entry("loader_clock_read", LoaderClockRead.class),
            Map.entry("loader_marked", LoaderMarked.class),
            Map.entry("init_process_failed", InitProcessFailed.class),
            Map.entry("init_process_started", InitProcessStarted.class),
            Map.entry("initcall_blacklisted", InitcallBlacklisted.class),
            Map.entry("initcall_finished", InitcallFinished.class),
            Map.entry("initcall_misbehaved", InitcallMisbehaved.class),
            Map.entry("initcall_scheduled", InitcallScheduled.class),
            Map.entry("initcall_started", InitcallStarted.class),
            Map.entry("initrd_unpack_started", InitrdUnpackStarted.class),
            Map.entry("kernel_oopsed", KernelOopsed.class),
            Map.entry("kernel_panicked", KernelPanicked.class),
            Map.entry("kernel_started", KernelStarted.class),
            Map.entry("kernel_warned", KernelWarned.class),
            Map.entry("level_entered", LevelEntered.class),
            Map.entry("log_truncated", LogTruncated.class),
            Map.entry("machine_identified", MachineIdentified.class),
            Map.entry("memory_freed", MemoryFreed.class),
            Map.entry("message_logged", MessageLogged.class),
            Map.entry("message_not_understood", MessageNotUnderstood.class),
            Map.entry("messages_lost", MessagesLost.class),
            Map.entry("module_init_suspicious", ModuleInitSuspicious.class),
            Map.entry("module_rejected", ModuleRejected.class),
            Map.entry("module_tainted", ModuleTainted.class),
            Map.entry("probe_failed", ProbeFailed.class),
            Map.entry("probe_finished", ProbeFinished.class),
            Map.entry("probe_scheduled", ProbeScheduled.class),
            Map.entry("read_only_data_protected", ReadOnlyDataProtected.class),
            Map.entry("root_mounted", RootMounted.class),
            Map.entry("sched_clock_marked", SchedClockMarked.class),
            Map.entry("stage_reported", StageReported.class),
            Map.entry("trace_joined", TraceJoined.class),
            Map.entry("tsc_marked_unstable", TscMarkedUnstable.class),
            Map.entry("userspace_reported", UserspaceReported.class));

    private static final Map<Class<?>, String> NAMES =
            BY_NAME.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** The name of an event's type: {@code initcall_started}. */
    public static String nameOf(BootEvent event) {
        return Objects.requireNonNull(NAMES.get(event.getClass()), "each type of event has a name");
    }

    static NamedType[] named() {
        return BY_NAME.entrySet().stream()
                .map(entry -> new NamedType(entry.getValue(), entry.getKey()))
                .toArray(NamedType[]::new);
    }

    private EventTypes() {}
}
