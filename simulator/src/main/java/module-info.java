/** A machine to boot: what a kernel would have logged, with the truth beside it. */
module io.bootledger.simulator {
    requires static transitive org.jspecify;
    requires transitive io.bootledger.traces;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.bootledger.simulator.kernel;
    exports io.bootledger.simulator.machine;
    exports io.bootledger.simulator.scenario;
    exports io.bootledger.simulator.steps;

    opens io.bootledger.simulator.kernel to
            tools.jackson.databind;
    opens io.bootledger.simulator.machine to
            tools.jackson.databind;
    opens io.bootledger.simulator.scenario to
            tools.jackson.databind;
}
