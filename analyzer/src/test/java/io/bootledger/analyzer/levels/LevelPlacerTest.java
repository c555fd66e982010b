package io.bootledger.analyzer.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.analyzer.timeline.ClockReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.StubName;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class LevelPlacerTest {
    private final List<Initcall> calls = new ArrayList<>();
    private final List<Long> lossLines = new ArrayList<>();
    private @Nullable SymbolTable symbols;
    private @Nullable InitcallLevel entered;
    private LevelKnowledge knowledge = LevelKnowledge.none();

    @Test
    void levelLinesPlaceWhatFollowsThem() {
        given("> arch", "a", "b", "> fs", "c", "> late", "d");

        thenPlaced("a arch printed", "b arch printed", "c fs printed", "d late printed");
    }

    @Test
    void modulesAndTheConsoleStandOutsideTheLoop() {
        given("0:con_init", "57:ext4_init", "1:init_fs [vfat]", "> late", "812:xor_init [xor]");

        thenPlaced(
                "con_init console symbol",
                "ext4_init module symbol",
                "init_fs module symbol",
                "xor_init module symbol");
    }

    @Test
    void beforeTheFirstLevelLineOnlyLowerLevelsArePossible() {
        knows("core x", "late x", "core y");
        given("y", "x", "> postcore", "z");

        thenPlaced("y core inferred?", "x core inferred?", "z postcore printed");
    }

    @Test
    void whereMessagesWereLostALevelLineMayBeAmongThem() {
        knows("arch a", "subsys b", "fs c");
        given("> arch", "a", "!", "b", "c", "> device", "d");

        thenPlaced("a arch printed", "b subsys inferred?", "c fs inferred?", "d device printed");
    }

    @Test
    void onlySymbolsTellRootfsFromFs() {
        given("> fs", "inet_init", "populate_rootfs", "> device", "loop_init");
        thenPlaced("inet_init fs printed", "populate_rootfs fs printed", "loop_init device printed");

        table("fs inet_init", "rootfs populate_rootfs", "device loop_init");
        thenPlaced("inet_init fs printed", "populate_rootfs rootfs symbols", "loop_init device printed");
    }

    @Test
    void levelLinesPrevailOverAnotherKernelsTable() {
        table("early a", "early b", "early c");
        given("> arch", "a", "b", "> late", "c");

        thenPlaced("a arch printed", "b arch printed", "c late printed");
    }

    @Test
    void namesakesAreToldApartByTheirPlaceInLinkOrder() {
        table("postcore p", "postcore xenbus_init", "arch q", "device r", "device xenbus_init", "device_sync s");
        given("p", "xenbus_init", "q", "r", "xenbus_init", "s");

        thenPlaced(
                "p postcore symbols",
                "xenbus_init postcore symbols",
                "q arch symbols",
                "r device symbols",
                "xenbus_init device symbols",
                "s device_sync symbols");
    }

    @Test
    void aNamesakeThatCouldBeEitherIsOnlyLikely() {
        table("core a", "postcore twin", "arch lost", "device twin", "late z");
        given("a", "twin", "z");

        assertThat(placed()).element(1).asString().endsWith("symbols?");
    }

    @Test
    void aConsoleInitcallOfTheSameNameIsNotMeant() {
        table("console mod_init", "early e", "pure mod_init", "core a");
        given("mod_init", "a");

        thenPlaced("mod_init pure symbols", "a core symbols");
    }

    @Test
    void callsTheTableLacksAreBracketedByThoseItHas() {
        table("core a", "core b", "fs c");
        given("a", "unknown", "b", "other", "c");

        assertThat(placed()).element(1).isEqualTo("unknown core inferred");
        assertThat(placed()).element(3).asString().endsWith("inferred?");
    }

    @Test
    void aCallOutOfOrderKeepsItsOwnLevel() {
        table("core a", "core b", "subsys c", "subsys d", "device e");
        given("a", "b", "e", "c", "d");

        thenPlaced("a core symbols", "b core symbols", "e device symbols", "c subsys symbols", "d subsys symbols");
    }

    @Test
    void theTableOfAnotherKernelIsNotBelieved() {
        table("late a", "late b", "late c");
        given("w", "x", "y", "z", "a");

        assertThat(placed()).noneMatch(place -> place.contains("symbols"));
    }

    @Test
    void aStubInTheLogNamesItsLevel() {
        StubName stub = new StubName("pci_dma", 250, 136, "pci_iommu_init", "rootfs");
        call(new InitcallSymbol("stub", "pci_iommu_init", null, null, stub), 1);

        thenPlaced("pci_iommu_init rootfs symbol");
    }

    @Test
    void aliasesLeadToTheirEntries() {
        symbols = new SymbolTable(
                List.of(entry("core a"), entry("fs original"), entry("late z")), true, 0, Map.of("other", "original"));
        given("a", "other", "z");

        thenPlaced("a core symbols", "other fs symbols", "z late symbols");
    }

    @Test
    void withoutOneKnownNameNothingIsSaid() {
        given("0xffffffff81d3a5c2", "0xffffffff81d3a5f0");

        thenPlaced("0xffffffff81d3a5c2 ? unknown?", "0xffffffff81d3a5f0 ? unknown?");
    }

    @Test
    void oneNameAtAWrongLevelDoesNotBendTheOthers() {
        knows("core a", "core b", "core c", "core d", "late b2");
        given("a", "b2", "b", "c", "d");

        assertThat(placed()).allMatch(place -> place.contains(" core inferred"));
    }

    private void given(String... lines) {
        for (String line : lines) {
            if (line.equals("!")) {
                lossLines.add(2L * calls.size() + 1);
            } else if (line.startsWith("> ")) {
                entered = InitcallLevel.ofName(line.substring(2));
            } else {
                String name = line.substring(line.indexOf(':') + 1);
                int blank = name.indexOf(" [");
                String module = blank < 0 ? null : name.substring(blank + 2, name.length() - 1);
                String function = blank < 0 ? name : name.substring(0, blank);
                int pid = line.indexOf(':') < 0 ? 1 : Integer.parseInt(line.substring(0, line.indexOf(':')));
                call(new InitcallSymbol(name, function, module, null, null), pid);
            }
        }
    }

    private void call(InitcallSymbol symbol, int pid) {
        calls.add(call(symbol, pid, entered, calls.size() + 1));
    }

    static Initcall call(InitcallSymbol symbol, int pid, @Nullable InitcallLevel printed, int ordinal) {
        return new Initcall(
                ordinal,
                symbol,
                printed,
                printed == null ? LevelEvidence.UNKNOWN : LevelEvidence.PRINTED,
                pid,
                null,
                null,
                null,
                ClockReason.NEITHER,
                null,
                null,
                null,
                Outcome.OK,
                2L * ordinal,
                null,
                null);
    }

    private void table(String... entries) {
        symbols = new SymbolTable(
                List.of(entries).stream().map(LevelPlacerTest::entry).toList());
    }

    public static SymbolTable.Entry entry(String text) {
        String[] words = text.split(" ");
        boolean sync = words[0].endsWith("_sync");
        InitcallLevel level = InitcallLevel.ofName(sync ? words[0].substring(0, words[0].length() - 5) : words[0]);
        return new SymbolTable.Entry(words[1], level, sync, null);
    }

    private void knows(String... entries) {
        knowledge = new LevelLearner()
                .learn(
                        "some kernel",
                        new SymbolTable(List.of(entries).stream()
                                .map(LevelPlacerTest::entry)
                                .toList()))
                .knowledge();
    }

    private void thenPlaced(String... places) {
        assertThat(placed()).containsExactly(places);
    }

    private List<String> placed() {
        List<Placement> placements = new LevelPlacer(symbols, () -> knowledge).place(calls, lossLines);
        List<String> shown = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            Placement place = placements.get(at);
            shown.add(calls.get(at).function() + " " + (place.level() == null ? "?" : place.level())
                    + (Boolean.TRUE.equals(place.sync()) ? "_sync" : "") + " " + place.evidence()
                    + (place.certain() ? "" : "?"));
        }
        return shown;
    }
}
