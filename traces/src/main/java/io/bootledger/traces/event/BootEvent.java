package io.bootledger.traces.event;

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

/**
 * A fact that a boot log states, in the past tense. An event never holds what can only be inferred (the level of an
 * initcall, nesting, a repaired duration): that belongs to a view.
 *
 * <p>The permitted types are the whole vocabulary; each one's documentation shows a real line.
 */
public sealed interface BootEvent
        permits AsyncCallFinished,
                AsyncCallStarted,
                AsyncWaitFinished,
                AsyncWaitStarted,
                BlacklistEntryAdded,
                BootRecorded,
                ClocksourceSwitched,
                CommandLineGiven,
                ConsoleDisabled,
                ConsoleEnabled,
                CpusBroughtUp,
                DeferralExplained,
                DeferredProbePending,
                DelayCalibrated,
                FunctionGraphJoined,
                FunctionStackTimed,
                HostClockRead,
                LoaderClockRead,
                LoaderMarked,
                InitProcessFailed,
                InitProcessStarted,
                InitcallBlacklisted,
                InitcallFinished,
                InitcallMisbehaved,
                InitcallScheduled,
                InitcallStarted,
                InitrdUnpackStarted,
                KernelOopsed,
                KernelPanicked,
                KernelStarted,
                KernelWarned,
                LevelEntered,
                LogTruncated,
                MachineIdentified,
                MemoryFreed,
                MessageLogged,
                MessageNotUnderstood,
                MessagesLost,
                ModuleInitSuspicious,
                ModuleRejected,
                ModuleTainted,
                ProbeFailed,
                ProbeFinished,
                ProbeScheduled,
                ReadOnlyDataProtected,
                RootMounted,
                SchedClockMarked,
                StageReported,
                TraceJoined,
                TscMarkedUnstable,
                UserspaceReported {}
