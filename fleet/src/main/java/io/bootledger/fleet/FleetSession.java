package io.bootledger.fleet;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark as our jobs want it, unless who submits them says otherwise. */
final class FleetSession {
    private FleetSession() {}

    static SparkSession of(String job) {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", job)
                // A task takes some hundred logs, not as many as fit into 128 MB: logs are small, and reading them is
                // work.
                .setIfMissing("spark.files.maxPartitionBytes", "8m")
                .setIfMissing("spark.files.openCostInBytes", "0")
                // A folder of logs has folders in it.
                .setIfMissing("spark.hadoop.mapreduce.input.fileinputformat.input.dir.recursive", "true");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
