package io.bootledger.reports.text.page;

/** What a colour means on a terminal; nothing is said by colour alone. */
public enum Ink {
    PLAIN(""),
    TITLE("1"),
    FAINT("2"),
    GOOD("32"),
    CAREFUL("33"),
    BAD("1;31"),
    BAR("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String paint(String text, boolean colours) {
        return !colours || this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
