package io.bootledger.fuzz.input;

/**
 * What programs put around the lines of a kernel. {@code %m} is the message and {@code %q} the same within quotes; of its time
 * {@code %t} is printk's stamp, {@code %s} whole seconds, {@code %u} the microseconds of the second, {@code %a} all microseconds
 * and {@code %c} the second of the minute; {@code %n} is the number of the line.
 */
enum Wrapper {
    PLAIN("[%t] %m"),
    RAW("<6>[%t] %m"),
    DECODED("kern  :info  : [%t] %m"),
    CALLER("[%t][    T1] %m"),
    KMSG("6,%n,%a,-,caller=T1;%m"),
    NO_STAMP("%m"),
    SYSLOG("Nov 20 10:00:%c host kernel: [%t] %m"),
    SYSLOG_ISO("2026-11-20T10:00:%c.%u+00:00 host kernel: [%t] %m"),
    RFC5424("<6>1 2026-11-20T10:00:%c.%uZ host kernel - - - [%t] %m"),
    JOURNAL_MONOTONIC("[%t] host kernel: %m"),
    JOURNAL_SHORT("Nov 20 10:00:%c host kernel: %m"),
    JOURNAL_JSON(
            "{\"_TRANSPORT\":\"kernel\",\"__MONOTONIC_TIMESTAMP\":\"%a\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"%a\",\"PRIORITY\":\"6\",\"MESSAGE\":\"%q\"}"),
    DOCKER_JSON("{\"log\":\"[%t] %q\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-20T10:00:%cZ\"}"),
    LAVA("{\"dt\": \"2026-11-20T10:00:%c.%u\", \"lvl\": \"target\", \"msg\": \"[%t] %q\"}"),
    HUMAN("[Fri Nov 20 10:00:%c 2026] %m"),
    RELATIVE("[  +%s.%u] %m"),
    CAPTURED("[2026-11-20 10:00:%c] [%t] %m"),
    CI("2026-11-20T10:00:%c.%uZ [%t] %m"),
    QUOTED("> [%t] %m"),
    GREPPED("%n:[%t] %m"),
    LOGCAT("11-20 10:00:%c.000     0     0 I         : [%t] %m"),
    MEDIATEK("[%t] (0)[1:swapper/0]%m"),
    SAMSUNG("[%t]  [0:      swapper/0:    1] %m"),
    TEGRA("<6>[%t] c1      1 %m"),
    HUAWEI("[%ts][pid:1,cpu5,swapper/0]%m"),
    PAGE_END("[%t] %m<br>"),
    COLOURED("\u001b[32m[%t] \u001b[0m%m\u001b[0m"),
    MEASURED("%s.%u 0.000012: %m");

    private static final long SECOND = 1_000_000;

    private final String form;

    Wrapper(String form) {
        this.form = form;
    }

    /** @param number of the line in its log */
    String around(long micros, long number, String message) {
        StringBuilder line = new StringBuilder(form.length() + message.length() + 32);
        for (int at = 0; at < form.length(); at++) {
            if (form.charAt(at) == '%') {
                at++;
                put(line, form.charAt(at), micros, number, message);
            } else {
                line.append(form.charAt(at));
            }
        }
        return line.toString();
    }

    private static void put(StringBuilder line, char part, long micros, long number, String message) {
        switch (part) {
            case 'm' -> line.append(message);
            case 'q' -> line.append(message.replace("\\", "\\\\").replace("\"", "\\\""));
            case 't' -> {
                padded(line, micros / SECOND, 5, ' ');
                padded(line.append('.'), micros % SECOND, 6, '0');
            }
            case 's' -> line.append(micros / SECOND);
            case 'u' -> padded(line, micros % SECOND, 6, '0');
            case 'a' -> line.append(micros);
            case 'c' -> padded(line, micros / SECOND % 60, 2, '0');
            case 'n' -> line.append(number);
            default -> throw new IllegalArgumentException("no part of a line is called %" + part);
        }
    }

    private static void padded(StringBuilder line, long number, int width, char by) {
        String digits = Long.toString(number);
        for (int missing = width - digits.length(); missing > 0; missing--) {
            line.append(by);
        }
        line.append(digits);
    }
}
