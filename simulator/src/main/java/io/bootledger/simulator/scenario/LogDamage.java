package io.bootledger.simulator.scenario;

/**
 * What happens to a log between the kernel and the file.
 *
 * @param cutAfterRecords how many records it holds before it ends; 0 for all
 * @param garbledPerMille how many lines lose or change bytes on a bad serial line
 * @param chatterPerMille in front of how many lines user space has left half a line of its own
 */
public record LogDamage(long cutAfterRecords, int garbledPerMille, int chatterPerMille) {
    public LogDamage {
        if (cutAfterRecords < 0
                || garbledPerMille < 0
                || garbledPerMille > 1_000
                || chatterPerMille < 0
                || chatterPerMille > 1_000) {
            throw new IllegalArgumentException("damage is out of range: cut after " + cutAfterRecords + ", garbled "
                    + garbledPerMille + " and chatter " + chatterPerMille + " per mille");
        }
    }
}
