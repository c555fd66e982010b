package io.bootledger.fuzz.input;

import io.bootledger.simulator.scenario.SeededRandom;
import java.util.List;

/** Text and numbers made to hurt. */
public final class Hostile {
    /** No output may show this as a tag. */
    public static final String TAG = "fuzzed";

    private static final List<String> TEXTS = List.of(
            "<script>" + TAG + "(1)</script>",
            "</script><" + TAG + ">",
            "<!--<script " + TAG,
            "\"><" + TAG + " onload=x>",
            "]]><" + TAG + "/>",
            "&lt;" + TAG + "&#0;",
            "=cmd|' /C calc'!A0",
            "+1+" + TAG,
            "@SUM(1)",
            "-2+3",
            "\t=1",
            "\"a\"\"b\",\"",
            "'; DROP TABLE boots; --",
            "\u001b[31m\u001b]0;title\u0007",
            "\u001b[2J\u009b1A",
            "\u202e\u2066reversed",
            "\u0000\u0001\u0008\u007f",
            "\u0085\u2028\u2029",
            "\ufeff",
            "\ud83d\ude00\u0301",
            "%s%n%1$s",
            "${jndi:ldap://x}",
            "`id`$(id)",
            "| table | pipe |",
            "**bold** [link](javascript:x) https://example.com @everyone #1",
            "::error file=x::y",
            "{{x}} {% y %}",
            "/../../etc/passwd",
            "NaN",
            "null",
            "{\"msg\":\"",
            "[    NaN] ",
            "[ 1e5.000000] ",
            "[-1.000000] ",
            "[18446744073.709551] ",
            "[99999999999999.999999] ",
            "<-1>",
            "<9999>");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "007",
            "127",
            "-517",
            "65536",
            "999999",
            "1000000",
            "2147483647",
            "2147483648",
            "-2147483648",
            "4294967295",
            "4294967296",
            "9007199254740993",
            "9223372036854775",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "18446744073709551615",
            "99999999999999999999999999",
            "1e9",
            "0x7fffffff",
            "NaN",
            "Infinity");

    static String text(SeededRandom random) {
        return random.pick(TEXTS);
    }

    static String number(SeededRandom random) {
        return random.pick(NUMBERS);
    }

    private Hostile() {}
}
