package io.bootledger.analyzer.excerpt;

import io.bootledger.analyzer.excerpt.LogExcerpt.Line;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.InitProcessStarted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the lines that state something with their surroundings, and the ordinary ones before init, within bounds. It needs
 * events whose origins keep their text; others change nothing.
 */
public final class LogExcerptProjection implements Projection<LogExcerpt> {
    private final ExcerptBounds bounds;
    private final List<Line> kept = new ArrayList<>();
    private final Deque<Line> before = new ArrayDeque<>();
    private long lastNumber;
    private long read;
    private int keptBytes;
    private int ordinaryBytes;
    private int stillWanted;
    private boolean ordinaryOnlyAsContext;

    public LogExcerptProjection(ExcerptBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        LogText text = recorded.origin().text();
        if (text == null || recorded.origin().line() <= 0) {
            return;
        }
        if (recorded.origin().line() == lastNumber) {
            // One line can state two things, glued together on a serial port; an ordinary message then is no news.
            if (!(recorded.event() instanceof MessageLogged)) {
                promote();
            }
            return;
        }
        lastNumber = recorded.origin().line();
        read++;
        Line line = line(recorded, text);
        if (recorded.event() instanceof MessageLogged) {
            ordinary(line);
        } else {
            stating(line);
        }
        ordinaryOnlyAsContext |= recorded.event() instanceof InitProcessStarted;
    }

    @Override
    public LogExcerpt view() {
        return new LogExcerpt(kept, read - kept.size());
    }

    /** The newest line, set aside as an ordinary one, states something after all. */
    private void promote() {
        Line waiting = before.pollLast();
        if (waiting != null && waiting.number() == lastNumber) {
            stating(waiting);
        } else if (waiting != null) {
            before.addLast(waiting);
        }
    }

    private void stating(Line line) {
        while (!before.isEmpty()) {
            keep(before.removeFirst());
        }
        keep(line);
        stillWanted = bounds.context();
    }

    private void ordinary(Line line) {
        int bytes = line.text().length();
        if (stillWanted > 0) {
            stillWanted--;
            keep(line);
        } else if (!ordinaryOnlyAsContext && ordinaryBytes + bytes <= bounds.ordinaryBytes() && keep(line)) {
            ordinaryBytes += bytes;
        } else {
            ordinaryOnlyAsContext = true;
            before.addLast(line);
            if (before.size() > bounds.context()) {
                before.removeFirst();
            }
        }
    }

    private boolean keep(Line line) {
        boolean fits = keptBytes + line.text().length() <= bounds.totalBytes();
        if (fits) {
            kept.add(line);
            keptBytes += line.text().length();
        }
        return fits;
    }

    private Line line(RecordedEvent recorded, LogText text) {
        int surplus = text.length() - bounds.lineBytes();
        LogText shown = surplus > 0 ? LogText.copyOf(text.toBytes(), 0, bounds.lineBytes()) : text;
        return new Line(recorded.origin().line(), recorded.time(), shown, Math.max(0, surplus));
    }
}
