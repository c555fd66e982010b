package io.bootledger.cli;

import io.bootledger.cli.output.AnswerForm;
import io.bootledger.cli.output.CsvAnswer;
import io.bootledger.cli.output.JsonAnswer;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.output.SqlEngineJar;
import io.bootledger.cli.output.TextAnswer;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.Writing;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoreTables;
import io.bootledger.reports.sql.SqlBounds;
import io.bootledger.reports.sql.SqlEngine;
import io.bootledger.reports.sql.SqlRefusedException;
import io.bootledger.traces.store.FileEventStore;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger query}: SQL over the boots of a store. */
@Command(
        name = "query",
        description = "Ask the boots of the store in SQL.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Tables: boots, tags, initcalls, probes, phases, levels, accounts, failures, events.",
            "Columns and examples: docs/query.md. Times and durations are microseconds; what is unknown is NULL.",
            "The tables are in the store's folder \"views\", which may be deleted. A query can only read them.",
            "",
            "Examples:",
            "  bootledger query \"SELECT kernel, median(total_us) FROM boots GROUP BY kernel\"",
            "  bootledger query \"DESCRIBE initcalls\"",
            "  bootledger query --csv \"FROM failures WHERE severity = 'real'\" > failures.csv",
            "",
            "Exit codes: 0 fine, 2 the query cannot be answered, 3 no store, or a boot in it is damaged."
        })
final class QueryCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SQL", description = "The query, as DuckDB understands it.")
    private String sql = "";

    @Mixin
    private StorePlace place = new StorePlace();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Break the query off after so long; 60 if not given.")
    private int seconds = SqlBounds.DEFAULT.seconds();

    @Option(names = "--memory", paramLabel = "MB", description = "Megabytes that the query may take; 512 if not given.")
    private int memoryMb = SqlBounds.DEFAULT.memoryMb();

    @ArgGroup(exclusive = true)
    private @Nullable Form form;

    /** Another form than text. */
    static final class Form {
        @Option(names = "--csv", required = true, description = "Write a table with a header row.")
        private boolean csv;

        @SuppressWarnings("UnusedVariable") // picocli sets it, and what is no CSV is this.
        @Option(names = "--json", required = true, description = "Write JSON.")
        private boolean json;
    }

    QueryCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || memoryMb < 1) {
            throw CommandFailure.usage("--timeout and --memory are numbers from 1");
        }
        FileEventStore store = place.open(here);
        SqlEngine engine = SqlEngineJar.find();
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        StoreTables tables = new StoreTables(engine, store, place.place(here), messages, here);
        tables.update();
        answer(engine, tables);
        return tables.allSound() ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private void answer(SqlEngine engine, StoreTables tables) {
        Writing.to("the answer", () -> {
            AnswerForm answer = form(new StandardOutput(here.out()));
            try {
                engine.answer(tables.file(), sql, new SqlBounds(seconds, memoryMb), answer);
            } catch (SqlRefusedException e) {
                String why = Complaint.said(e);
                throw CommandFailure.usage("the query cannot be answered: " + why + remedy(why));
            }
            answer.end();
        });
    }

    private static String remedy(String reason) {
        if (reason.startsWith("it takes longer")) {
            return ": ask for less, or allow more with --timeout";
        }
        return reason.startsWith("Out of Memory") ? ": ask for less, or allow more with --memory" : "";
    }

    private AnswerForm form(OutputStream out) {
        if (form == null) {
            return new TextAnswer(out, here.layout());
        }
        return form.csv ? new CsvAnswer(out) : new JsonAnswer(out);
    }
}
