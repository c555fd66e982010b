package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.Budgets;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.TextFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gate's rules out of a file.
 *
 * @param ended waivers whose time is over
 */
public record BudgetFile(GateRule rule, Budgets budgets, List<Waiver> ended) {
    static final BudgetFile NONE = new BudgetFile(GateRule.DEFAULT, Budgets.NONE, List.of());

    private static final int MOST_ERRORS = 5;

    /** In bytes: room for some thousand rules. */
    static final int LARGEST = 1 << 20;

    /** @param today waivers until an earlier day no longer count */
    public static BudgetFile read(Path file, LocalDate today) {
        try {
            return of(file, TextFiles.read(file, LARGEST), today);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading("--budget " + file, e), e);
        }
    }

    /** The same for a text that is to be in the file. */
    static BudgetFile of(Path file, String text, LocalDate today) {
        boolean json = file.toString().endsWith(".json");
        return new BudgetReader(file.toString(), today).read(json ? json(file, text) : toml(file, text));
    }

    private static Map<?, ?> json(Path file, String text) {
        try {
            Map<?, ?> budget = JsonMapper.shared().readValue(text, Map.class);
            if (budget == null) {
                throw noObject(file);
            }
            return budget;
        } catch (MismatchedInputException e) {
            throw noObject(file);
        } catch (JacksonException e) {
            throw CommandFailure.usage(file + ": " + e.getOriginalMessage());
        }
    }

    private static CommandFailure noObject(Path file) {
        return CommandFailure.usage(file + ": a budget in JSON is an object, {...}: see docs/gate.md");
    }

    private static Map<?, ?> toml(Path file, String text) {
        TomlParseResult parsed = parsed(file, text);
        if (parsed.hasErrors()) {
            throw CommandFailure.usage(sentences(file, parsed.errors()));
        }
        return parsed.toMap();
    }

    /** Of a file that is something else each line is one. */
    private static List<String> sentences(Path file, List<TomlParseError> errors) {
        List<String> sentences = new ArrayList<>(errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> file + ":" + error.position().line() + ": " + error.getMessage())
                .toList());
        if (errors.size() > MOST_ERRORS) {
            sentences.add("and " + (errors.size() - MOST_ERRORS) + " errors more: is " + file
                    + " a budget, in TOML? See docs/gate.md");
        }
        return sentences;
    }

    /** The parser calls itself for each level, and for each of many values. */
    private static TomlParseResult parsed(Path file, String text) {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            throw CommandFailure.usage(
                    file + ": its tables are nested too deep, or it is too long: split it, or shorten it");
        }
    }
}
