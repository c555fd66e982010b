package io.bootledger.project;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms and the direction of their dependencies, as docs/architecture.md has them. */
class RoomsTest {
    private static final long MOST_FILES = 30;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(Checkout.modules().stream()
                    .map(module -> Checkout.path(module + "/target/classes"))
                    .filter(Files::isDirectory)
                    .toList());

    @Test
    void theRoomsAreNotEmpty() {
        assertThat(List.of("traces", "simulator", "analyzer", "readmodels", "kernelsource", "reports", "cli"))
                .allSatisfy(room -> assertThat(CLASSES.stream()
                                .filter(resideInAPackage("io.bootledger." + room + ".."))
                                .count())
                        .isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        "cli, query",
        "reports, query",
        "query, simulator",
        "query, readmodels",
        "query, traces.format",
        "query, traces.store",
        "query, traces.stream",
        "traces, analyzer",
        "traces, reports",
        "traces, simulator",
        "traces, readmodels",
        "analyzer, readmodels",
        "simulator, readmodels",
        "reports, readmodels",
        "analyzer, kernelsource",
        "reports, kernelsource",
        "readmodels, kernelsource",
        "kernelsource, reports",
        "kernelsource, readmodels",
        "kernelsource, simulator",
        "kernelsource, traces.format",
        "kernelsource, traces.store",
        "kernelsource, traces.stream",
        "readmodels, reports",
        "readmodels, simulator",
        "readmodels, traces.format",
        "analyzer, reports",
        "analyzer, simulator",
        "simulator, analyzer",
        "simulator, reports",
        "reports, simulator",
        "reports, traces.format",
        "reports, traces.store",
        "reports, traces.stream",
        "reports, traces.message",
        "analyzer, traces.format",
        "analyzer, traces.store",
        "analyzer, traces.stream",
    })
    void aRoomDoesNotKnow(String room, String other) {
        noClasses()
                .that()
                .resideInAPackage("io.bootledger." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bootledger." + other + "..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.bootledger.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bootledger.cli..")
                .check(CLASSES);
    }

    @Test
    void theVocabularyKnowsOnlyItself() {
        classes()
                .that()
                .resideInAPackage("io.bootledger.traces.event..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.bootledger.traces.event..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void messagesDoNotKnowTheirFrames() {
        noClasses()
                .that()
                .resideInAPackage("io.bootledger.traces.message..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bootledger.traces.format..")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CLASSES);
    }

    /** Every package is a room; only the vocabulary is one with its shelves, for a sealed type names who implements it. */
    private static final class Rooms implements SliceAssignment {
        private static final String VOCABULARY = "io.bootledger.traces.event";

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = type.getPackageName();
            return SliceIdentifier.of(room.startsWith(VOCABULARY + ".") ? VOCABULARY : room);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }

    @Test
    void noRoomIsTooFull() {
        Map<Path, Long> sizes = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((room, files) -> assertThat(files).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void noNameIsUsedTwice() {
        assertThat(sources().map(Path::getFileName).map(Path::toString).filter(name -> !name.endsWith("-info.java")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static Stream<Path> sources() {
        return Checkout.modules().stream()
                .map(module -> Checkout.path(module + "/src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(RoomsTest::javaFiles);
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.getenv",
                "java.lang.System.getProperty",
                "java.lang.System.exit",
                "java.util.Locale.getDefault",
                "java.nio.charset.Charset.defaultCharset",
                "java.time.Instant.now",
                "java.lang.Math.random",
                "java.lang.String.toLowerCase()",
                "java.lang.String.toUpperCase()",
                "java.lang.String.getBytes()",
            })
    void onlyTheCommandsAskForClockEnvironmentAndDefaults(String call) {
        assertThat(CLASSES.stream()
                        .filter(type -> !type.getPackageName().startsWith("io.bootledger.cli"))
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(made -> called(call, made.getTarget().getFullName()))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void nothingIsRandomBelowTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.bootledger.cli..", "io.bootledger.simulator..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, Clock.class)
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsButTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.bootledger.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void noRoomIsADrawer() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..")
                .check(CLASSES);
    }

    private static boolean called(String call, String fullName) {
        return call.endsWith(")") ? fullName.equals(call) : fullName.startsWith(call + "(");
    }
}
