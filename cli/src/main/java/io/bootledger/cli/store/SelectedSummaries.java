package io.bootledger.cli.store;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.readmodels.StoredSummaries;
import io.bootledger.traces.store.BootHeader;
import java.util.List;
import java.util.function.Predicate;

/** What is remembered of boots, wherever it is kept. */
public interface SelectedSummaries extends AutoCloseable {
    /**
     * The selected boots in the order of {@link StoredSummaries#ORDER}.
     *
     * @throws CommandFailure when there are none
     */
    List<BootHeader> boots(WantedBoots where);

    /** Takes the selected boots one after another, in that order. */
    void forEach(Predicate<BootHeader> selected, StoredSummaries.Use use);

    @Override
    void close();
}
