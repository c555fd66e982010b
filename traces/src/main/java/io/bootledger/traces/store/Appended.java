package io.bootledger.traces.store;

/**
 * What became of a boot that was to be kept.
 *
 * @param id its name
 */
public record Appended(BootId id, How how) {
    /** Whether the store changed. */
    public enum How {
        ADDED,
        /** The same events are kept already: nothing changed. */
        ALREADY_THERE,
        /** The store was told to forget this boot: nothing changed. */
        FORGOTTEN
    }
}
