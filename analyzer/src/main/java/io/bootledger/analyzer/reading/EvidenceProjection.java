package io.bootledger.analyzer.reading;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.reading.LogEvidence.Finding;
import io.bootledger.analyzer.timeline.BuiltIn;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.BesideKernel;
import io.bootledger.traces.event.machine.KernelStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what tells how far a boot's log can be believed. */
public final class EvidenceProjection implements Projection<LogEvidence> {
    /** Findings of one kind that are shown; the rest is counted. */
    static final int SHOWN = 20;

    private final StampWatch stamps = new StampWatch();
    private final List<Finding> truncations = new ArrayList<>();
    private final UnreadLines unread = new UnreadLines();
    private final List<Finding> impossible = new ArrayList<>();
    private boolean banner;
    private boolean initRuns;
    private boolean beginsInsideInitcalls;
    private long callingLines;
    private long returnedLines;
    private long complaintLines;
    private long messagesLost;
    private @Nullable Long messagesLostLine;
    private @Nullable BootRecorded boot;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return KERNELS;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof BesideKernel) {
            return;
        }
        if (event instanceof BootRecorded end) {
            boot = end;
            return;
        }
        stamps.see(recorded);
        if (event instanceof InitcallStarted start) {
            if (addsUp(start.symbol(), recorded)) {
                callingLines++;
            }
        } else if (event instanceof InitcallFinished end) {
            if (addsUp(end.symbol(), recorded)) {
                beginsInsideInitcalls |= !banner && callingLines + returnedLines == 0;
                returnedLines++;
            }
        } else if (!(event instanceof MessageLogged)) {
            applyRare(event, recorded.origin().line());
        }
    }

    private boolean addsUp(InitcallSymbol symbol, RecordedEvent recorded) {
        boolean gone = BuiltIn.isGone(symbol, initRuns);
        if (gone && impossible.size() < SHOWN) {
            impossible.add(new Finding(recorded.origin().line(), symbol.printed()));
        }
        return !gone;
    }

    private void applyRare(BootEvent event, long line) {
        if (event instanceof InitcallMisbehaved) {
            beginsInsideInitcalls |= !banner && callingLines + returnedLines + complaintLines == 0;
            complaintLines++;
        } else if (event instanceof KernelStarted) {
            banner = true;
        } else if (BuiltIn.endsWith(event)) {
            initRuns = true;
        } else if (event instanceof MessagesLost lost) {
            messagesLost += lost.count();
            messagesLostLine = messagesLostLine == null ? Long.valueOf(line) : messagesLostLine;
        } else if (event instanceof LogTruncated truncated && truncations.size() < SHOWN) {
            truncations.add(new Finding(line, truncated.reason()));
        } else if (event instanceof MessageNotUnderstood misread) {
            unread.add(misread, line);
        }
    }

    @Override
    public LogEvidence view() {
        return new LogEvidence(
                stamps.stamps(),
                banner,
                callingLines,
                returnedLines,
                complaintLines,
                beginsInsideInitcalls,
                messagesLost,
                messagesLostLine,
                List.copyOf(truncations),
                unread.kinds(),
                unread.others(),
                List.copyOf(impossible),
                boot);
    }
}
