package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.traces.event.InitcallLevel;

/** An initcall that is registered at another level. Only levels beyond doubt are compared. */
public record LevelMove(InitcallKey key, InitcallLevel baseline, InitcallLevel candidate) {}
