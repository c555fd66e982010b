package io.bootledger.analyzer.reading;

import io.bootledger.traces.event.MessageNotUnderstood;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts lines that look like ours and could not be read, kind by kind. */
final class UnreadLines {
    private final Map<String, Unread> kinds = new LinkedHashMap<>();
    private long others;

    void add(MessageNotUnderstood unread, long line) {
        String text = unread.text().toString();
        String kind = text.split(" ", 2)[0] + ' ' + unread.why().replaceFirst(" at character \\d+$", "");
        Unread known = kinds.get(kind);
        if (known != null) {
            kinds.put(kind, new Unread(known.line(), known.text(), known.why(), known.count() + 1));
        } else if (kinds.size() < EvidenceProjection.SHOWN) {
            kinds.put(kind, new Unread(line, text, unread.why(), 1));
        } else {
            others++;
        }
    }

    /** In the order of their first lines. */
    List<Unread> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Lines of further kinds. */
    long others() {
        return others;
    }
}
