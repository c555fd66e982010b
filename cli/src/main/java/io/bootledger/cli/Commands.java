package io.bootledger.cli;

import io.bootledger.cli.boot.AdviseCommand;
import io.bootledger.cli.boot.BisectRunCommand;
import io.bootledger.cli.boot.BootCommand;
import io.bootledger.cli.complete.CompleteCommand;
import io.bootledger.cli.gate.GateCommand;
import io.bootledger.cli.process.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** What the program can be asked to do. */
final class Commands {
    /** In the order of the help. */
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("analyze", AnalyzeCommand::new);
        COMMANDS.put("levels", LevelsCommand::new);
        COMMANDS.put("symbols", SymbolsCommand::in);
        COMMANDS.put("knowledge", here -> KnowledgeCommand.create());
        COMMANDS.put("simulate", SimulateCommand::new);
        COMMANDS.put("ingest", IngestCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("replay", ReplayCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("stats", StatsCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("query", QueryCommand::new);
        COMMANDS.put("forget", ForgetCommand::new);
        COMMANDS.put("store", StoreCommand::in);
        COMMANDS.put("history", HistoryCommand::new);
        COMMANDS.put("compare", CompareCommand::new);
        COMMANDS.put("grab", GrabCommand::new);
        COMMANDS.put("advise", AdviseCommand::new);
        COMMANDS.put("boot", BootCommand::new);
        COMMANDS.put("bisect-run", BisectRunCommand::new);
        COMMANDS.put("gate", GateCommand::in);
        COMMANDS.put("complete", here -> new CompleteCommand(here, () -> Bootledger.withAllCommands(here)));
    }

    private Commands() {}

    /** Only the command that is asked for, which starts sooner; all of them where help may be wanted. */
    static CommandLine asked(CommandLine line, Surroundings here, String[] arguments) {
        Function<Surroundings, Object> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (asked != null) {
            return line.addSubcommand(asked.apply(here));
        }
        return all(line, here);
    }

    static CommandLine all(CommandLine line, Surroundings here) {
        COMMANDS.values().forEach(command -> line.addSubcommand(command.apply(here)));
        return line.addSubcommand(new HelpCommand());
    }
}
