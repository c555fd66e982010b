package io.bootledger.reports.html;

import java.util.stream.Stream;

/** What a log can hold to break a page. */
public final class HostileTexts {
    public static Stream<String> all() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "-->]]></style></title><h1>",
                "<img src=x onerror=alert(1)>",
                "\" onload=\"alert(1)\" ' `${alert(1)}`",
                "{{script}} {{data}} {{nothing}} $1 \\1 $",
                "&lt;b&gt; &#0; &amp",
                "\0\1\b\t\n\013\f\r\033[31mred\033[0m\177",
                "\u202Egnp.exe\u2066\u200F \u05D0\u05D1",
                "\u2028\u2029\uFEFF\uFFFF",
                "lone \uD800 surrogates \uDFFF",
                "\uD83D\uDC27 tux",
                "__proto__",
                "constructor");
    }

    private HostileTexts() {}
}
