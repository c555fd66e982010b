package io.bootledger.traces.event;

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
                ReadOnlyDataProtected,
                RootMounted,
                SchedClockMarked,
                TraceJoined,
                TscMarkedUnstable,
                UserspaceReported {}
