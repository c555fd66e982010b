package io.bootledger.fleet;

import io.bootledger.reports.Printable;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A job of Spark: what is submitted, with its options. */
interface FleetJob {
    int USAGE = 2;

    /**
     * Does it.
     *
     * @return what is printed
     */
    String answer(SparkSession spark) throws IOException, NoInputException;

    /** The main program of a job: Spark is told how it ended as others are, and a job that fails of itself ends as Spark ends it. */
    static void run(FleetJob job, String... arguments) {
        int exitCode = run(job, System.out, System.err, arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Gives the exit code. */
    static int run(FleetJob job, PrintStream out, PrintStream err, String... arguments) {
        CommandLine command = new CommandLine(job).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            Integer helped = CommandLine.executeHelpRequest(command.parseArgs(arguments));
            if (helped != null) {
                return helped;
            }
        } catch (ParameterException e) {
            err.println("bootledger: " + Printable.of(String.valueOf(e.getMessage())));
            return USAGE;
        }
        try (SparkSession spark =
                FleetSession.of("bootledger " + command.getCommandSpec().name())) {
            out.print(job.answer(spark));
            out.flush();
            return 0;
        } catch (NoInputException e) {
            err.println("bootledger: " + Printable.of(String.valueOf(e.getMessage())));
            return e.exitCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Says in a sentence that there is no such input, before anything begins. */
    static void refuseMissing(String input, SparkSession spark) throws IOException, NoInputException {
        Path path = new Path(input);
        FileStatus @Nullable [] found =
                path.getFileSystem(spark.sessionState().newHadoopConf()).globStatus(path);
        if (found == null || found.length == 0) {
            throw NoInputException.unreadable(input + ": there is no such file");
        }
    }
}
