package io.bootledger.analyzer;

import io.bootledger.traces.event.RecordedEvent;

/**
 * A view being folded from a boot's events. The laws, tested for every projection: the same events give the same view; asking
 * early changes nothing later; events it does not use change nothing; the view of a prefix is the view at that time.
 *
 * @param <V> the view, immutable
 */
public interface Projection<V> {
    void apply(RecordedEvent recorded);

    /** The view of the events applied so far. */
    V view();
}
