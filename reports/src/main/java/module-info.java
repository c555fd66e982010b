/** What people and CI read: one renderer for each output. */
module io.bootledger.reports {
    requires static transitive org.jspecify;
    requires transitive io.bootledger.analyzer;
    requires java.desktop;
    requires java.xml;
    requires org.apache.commons.csv;
    requires org.jfree.jfreechart;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.bootledger.reports;
    exports io.bootledger.reports.csv;
    exports io.bootledger.reports.gate;
    exports io.bootledger.reports.html;
    exports io.bootledger.reports.json;
    exports io.bootledger.reports.metrics;
    exports io.bootledger.reports.png;
    exports io.bootledger.reports.sql;
    exports io.bootledger.reports.table;
    exports io.bootledger.reports.text;
    exports io.bootledger.reports.text.many;
    exports io.bootledger.reports.text.page;
    exports io.bootledger.reports.trace;

    opens io.bootledger.reports.html to
            tools.jackson.databind;
}
