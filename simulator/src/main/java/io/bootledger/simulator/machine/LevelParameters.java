package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that {@code do_initcall_level} sets, not {@code start_kernel}: those that {@code core_param_cb} to {@code late_param_cb}
 * define ({@code include/linux/moduleparam.h}, since 3.4). There are few: {@code level-parameters.tsv} has them, by version.
 */
public final class LevelParameters {
    private static final List<Row> ROWS = VersionRange.table(
            LevelParameters.class,
            "level-parameters.tsv",
            cells -> new Row(
                    cells[0],
                    InitcallLevel.ofName(cells[1]),
                    VersionRange.of(cells[2], cells[3]),
                    cells[5].equals("int")));

    /** As {@code kstrtoint} reads one. */
    private static final Pattern NUMBER = Pattern.compile("=[-+]?(?:0[xX][0-9a-fA-F]+|[0-9]+)$");

    private final Machine machine;

    private record Row(String parameter, @Nullable InitcallLevel level, VersionRange kernels, boolean number) {}

    public LevelParameters(Machine machine) {
        this.machine = machine;
    }

    /** The words of the command line that set a parameter of that level, of something that is built in. */
    public List<String> words(InitcallLevel level) {
        return words().filter(word -> ROWS.stream().anyMatch(row -> sets(row, level, word) && !isInvalid(row, word)))
                .toList();
    }

    /** Those that would, and whose value the parameter does not take. */
    public List<String> invalid(InitcallLevel level) {
        return words().filter(word -> ROWS.stream().anyMatch(row -> sets(row, level, word) && isInvalid(row, word)))
                .toList();
    }

    /** What the kernel says of such a word ({@code kernel/params.c}, {@code parse_args}). */
    public static String complaint(String doing, String word) {
        String[] parts = word.split("=", 2);
        return doing + ": `" + (parts.length == 1 ? "" : parts[1]) + "' invalid for parameter `" + parts[0] + "'";
    }

    private boolean sets(Row row, InitcallLevel level, String word) {
        return row.level == level
                && row.parameter.equals(name(word))
                && row.kernels.holds(machine.kernel().version())
                && isBuiltIn(module(word));
    }

    private static boolean isInvalid(Row row, String word) {
        return row.number && !NUMBER.matcher(word).find();
    }

    /** The words for a module that is loaded, without its name: {@code modprobe} hands them over. */
    public List<String> wordsFor(String module) {
        return words().filter(word -> module(word).equals(module))
                .map(word -> word.substring(module.length() + 1))
                .toList();
    }

    private Stream<String> words() {
        return Arrays.stream(machine.kernel().commandLine().split("\\s+"));
    }

    private boolean isBuiltIn(String module) {
        return machine.initcalls().stream()
                .anyMatch(each -> !each.loadable() && each.modName().equals(module));
    }

    /** To the parser a dash is an underscore ({@code parameq}). */
    private static String name(String word) {
        return word.split("=", 2)[0].replace('-', '_');
    }

    private static String module(String word) {
        String name = name(word);
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }
}
