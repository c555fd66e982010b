package io.bootledger.cli;

import io.bootledger.analyzer.compare.BootMeasures;
import java.util.List;

/** The boots that a gate holds against each other. */
record GateSides(List<BootMeasures> baseline, List<BootMeasures> candidate) {}
