/** The commands: the only code that prints, exits, or reads the clock or the environment. */
module io.bootledger.cli {
    requires static org.jspecify;
    requires io.bootledger.traces;
    requires io.bootledger.analyzer;
    requires io.bootledger.readmodels;
    requires io.bootledger.kernelsource;
    requires io.bootledger.reports;
    requires io.bootledger.simulator;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires org.tomlj;
    requires tools.jackson.databind;

    uses io.bootledger.reports.sql.SqlEngine;

    opens io.bootledger.cli to
            info.picocli;
    opens io.bootledger.cli.boot to
            info.picocli;
    opens io.bootledger.cli.complete to
            info.picocli;
    opens io.bootledger.cli.gate to
            info.picocli;
    opens io.bootledger.cli.input to
            info.picocli;
    opens io.bootledger.cli.output to
            info.picocli;
    opens io.bootledger.cli.process to
            info.picocli;
    opens io.bootledger.cli.store to
            info.picocli;
    opens io.bootledger.cli.simulate to
            info.picocli;
}
