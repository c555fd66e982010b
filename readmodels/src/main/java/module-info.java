/** What is remembered of many boots: read models beside their store, made from the segments and thrown away at will. */
module io.bootledger.readmodels {
    requires static transitive org.jspecify;
    requires transitive io.bootledger.analyzer;
    requires transitive io.bootledger.traces;

    exports io.bootledger.readmodels;
}
