package io.bootledger.analyzer.occurrence;

import java.util.BitSet;

/**
 * In which boots something happens.
 *
 * @param boots the baseline's first
 */
record Pattern(BitSet boots, int ofBaseline, int ofCandidate) {
    int baseline() {
        return boots.get(0, ofBaseline).cardinality();
    }

    int candidate() {
        return boots.cardinality() - baseline();
    }
}
