package io.bootledger.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@torvalds",
                "x@example.org",
                "https://example.org/x",
                "www.example.org",
                "HTTP://EXAMPLE.ORG",
                "#12",
                "owner/repo#12",
                "!34",
                "~label",
                "$56",
                "%7",
                "&8",
                "GH-9",
                "mailto:x@y"
            })
    void whatMayBeALinkOrAMentionIsBroken(String word) {
        String text = MarkdownText.of("a " + word + " b");
        assertThat(text).contains("\u2060");
        assertThat(text.replace("\u2060", "").replace("\\", "")).isEqualTo("a " + word + " b");
        assertThat(text.replace("\\", "")).doesNotContainPattern("(?i)[@#!~$%&]\\w|://|www\\.|mailto:|GH-");
    }

    @Test
    void markupIsText() {
        assertThat(MarkdownText.of("a_b *c* [d](e) <f>")).isEqualTo("a\\_b \\*c\\* \\[d\\]\\(e\\) \\<f\\>");
        assertThat(MarkdownText.of("x\033[2J\ny")).isEqualTo("x\\\\x1b\\[2J\\\\x0ay");
    }
}
