package io.bootledger.analyzer.projection;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.BesideKernel;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A view being folded from a boot's events. The laws, tested for every projection: the same events give the same view; asking
 * early changes nothing later; events it does not use change nothing; the view of a prefix is the view at that time.
 *
 * @param <V> the view, immutable
 */
public interface Projection<V> {
    /** Every kind of event there is, for a projection that looks at all of them. */
    Set<Class<? extends BootEvent>> EVERY_KIND = Arrays.stream(BootEvent.class.getPermittedSubclasses())
            .map(kind -> kind.<BootEvent>asSubclass(BootEvent.class))
            .collect(Collectors.toUnmodifiableSet());

    /** All but what others say, before the kernel and after it. */
    Set<Class<? extends BootEvent>> KERNELS =
            EVERY_KIND.stream().filter(kind -> !isOfOthers(kind)).collect(Collectors.toUnmodifiableSet());

    private static boolean isOfOthers(Class<? extends BootEvent> kind) {
        return BesideKernel.class.isAssignableFrom(kind);
    }

    /** The kinds of events that can change the view: no others need to be applied. */
    default Set<Class<? extends BootEvent>> uses() {
        return EVERY_KIND;
    }

    void apply(RecordedEvent recorded);

    /** The view of the events applied so far. */
    V view();
}
