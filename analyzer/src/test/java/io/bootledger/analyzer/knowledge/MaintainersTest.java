package io.bootledger.analyzer.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who answers for a file, as {@code scripts/get_maintainer.pl} decides it. */
class MaintainersTest {
    private static final Maintainers FILE = Maintainers.of("""
            List of maintainers
            ===================

            	M: *Mail* patches to

            ACPI
            M:	One Person <one@example.org>
            R:	Another Person <another@example.org>
            L:	linux-acpi@example.org
            F:	drivers/acpi/
            F:	include/acpi/
            X:	drivers/acpi/arm64/

            ACPI FAN
            M:	Fan Person <fan@example.org>
            F:	drivers/acpi/fan*

            ACPI BUS
            F:	drivers/acpi/bus.c

            BUS TWIN
            F:	drivers/acpi/bus.c

            MEDIATEK
            M:	Media Person <media@example.org>
            N:	mtk

            THE REST
            M:	Everyone <all@example.org>
            F:	*
            F:	*/
            """);

    @Test
    void thePatternWithMostComponentsWins() {
        assertThat(FILE.titles("drivers/acpi/osl.c")).containsExactly("ACPI");
        assertThat(FILE.titles("drivers/acpi/fan_core.c")).containsExactly("ACPI FAN");
    }

    @Test
    void aWholeNameSaysMoreThanAPatternAndTwoAlikeAreBothShown() {
        assertThat(FILE.titles("drivers/acpi/bus.c")).containsExactly("ACPI BUS", "BUS TWIN");
    }

    @Test
    void whatIsExcludedBelongsToNobodyButTheRest() {
        assertThat(FILE.titles("drivers/acpi/arm64/iort.c")).isEmpty();
        assertThat(FILE.titles("README")).isEmpty();
    }

    @Test
    void aWordInThePathIsEnoughWhereNoPatternFits() {
        assertThat(FILE.titles("drivers/clk/clk-mtk.c")).containsExactly("MEDIATEK");
    }

    @Test
    void peopleAreMaintainersAndReviewersOfOneSectionOrTwo() {
        assertThat(FILE.people("ACPI"))
                .containsExactly("One Person <one@example.org>", "Another Person <another@example.org>");
        assertThat(FILE.people("ACPI FAN | MEDIATEK"))
                .containsExactly("Fan Person <fan@example.org>", "Media Person <media@example.org>");
        assertThat(FILE.people("unknown")).isEmpty();
    }

    @Test
    void anotherFileIsEmpty() {
        assertThat(Maintainers.of("nothing of the kind\nF:\tx\n").isEmpty()).isFalse();
        assertThat(Maintainers.of("no sections here\n").isEmpty()).isTrue();
    }
}
