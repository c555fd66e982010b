package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says exists, exists. */
class DocumentedTypesTest {
    private static final String PAGE = Checkout.text("docs/architecture.md");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    private static final Pattern PACKAGE = Pattern.compile("`([a-z]+\\.[a-z]+)`");
    private static final Set<String> JAVA = Set.of("IOException");

    @Test
    void everyTypeThatIsNamedExists() throws IOException {
        Set<String> types = sources();
        assertThat(named(TYPE))
                .hasSizeGreaterThan(40)
                .filteredOn(name -> !JAVA.contains(name))
                .isSubsetOf(types);
    }

    @Test
    void everyPackageThatIsNamedExists() {
        assertThat(named(PACKAGE)).isNotEmpty().allSatisfy(name -> {
            List<String> parts = Arrays.asList(name.split("\\."));
            assertThat(Checkout.path(parts.get(0) + "/src/main/java/io/bootledger/" + String.join("/", parts)))
                    .isDirectory();
        });
    }

    private static Set<String> sources() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String module : Checkout.modules()) {
            try (Stream<Path> files = Files.walk(Checkout.path(module + "/src"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".java"))
                        .forEach(file -> types.add(file.replace(".java", "")));
            }
        }
        return types;
    }

    private static List<String> named(Pattern pattern) {
        return pattern.matcher(PAGE)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
