package io.bootledger.fleet;

import java.util.Iterator;
import java.util.SortedMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** What Spark does with an input: opens it where a worker has time for it, and takes its rows. */
final class InputFold implements FlatMapFunction<Tuple2<String, PortableDataStream>, Row> {
    private static final long serialVersionUID = 1L;
    private static final String LOCAL = "file:";

    private final PathTags tags;

    InputFold(PathTags tags) {
        this.tags = tags;
    }

    @Override
    public Iterator<Row> call(Tuple2<String, PortableDataStream> input) {
        String name = name(input._1());
        SortedMap<String, String> known = tags.of(name);
        PortableDataStream stream = input._2();
        return RowPipe.of(rows -> new FoldedInput(name, known, rows).read(stream.open()));
    }

    /** A file of this machine is called as elsewhere in Bootledger, everything else by its address. */
    private static String name(String address) {
        return address.startsWith(LOCAL) ? address.substring(LOCAL.length()) : address;
    }
}
