/** Events in, views out: every number is a pure fold of a boot's events. */
module io.bootledger.analyzer {
    requires static transitive org.jspecify;
    requires transitive io.bootledger.traces;

    exports io.bootledger.analyzer;
    exports io.bootledger.analyzer.accounting;
    exports io.bootledger.analyzer.projection;
    exports io.bootledger.analyzer.advice;
    exports io.bootledger.analyzer.axis;
    exports io.bootledger.analyzer.calibration;
    exports io.bootledger.analyzer.clock;
    exports io.bootledger.analyzer.compare;
    exports io.bootledger.analyzer.compare.measure;
    exports io.bootledger.analyzer.excerpt;
    exports io.bootledger.analyzer.explain;
    exports io.bootledger.analyzer.failures;
    exports io.bootledger.analyzer.functiongraph;
    exports io.bootledger.analyzer.gate;
    exports io.bootledger.analyzer.history;
    exports io.bootledger.analyzer.knowledge;
    exports io.bootledger.analyzer.ledger;
    exports io.bootledger.analyzer.levels;
    exports io.bootledger.analyzer.levels.known;
    exports io.bootledger.analyzer.observer;
    exports io.bootledger.analyzer.occurrence;
    exports io.bootledger.analyzer.path;
    exports io.bootledger.analyzer.phases;
    exports io.bootledger.analyzer.population;
    exports io.bootledger.analyzer.probes;
    exports io.bootledger.analyzer.reading;
    exports io.bootledger.analyzer.replay;
    exports io.bootledger.analyzer.rule;
    exports io.bootledger.analyzer.schedule;
    exports io.bootledger.analyzer.statistics;
    exports io.bootledger.analyzer.timeline;
    exports io.bootledger.analyzer.waits;
    exports io.bootledger.analyzer.whatif;
}
