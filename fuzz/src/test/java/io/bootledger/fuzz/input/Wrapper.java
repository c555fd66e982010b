package io.bootledger.fuzz.input;

import java.util.Locale;

/** What programs put around the lines of a kernel. */
enum Wrapper {
    PLAIN("[%1$5d.%2$06d] %3$s"),
    RAW("<6>[%1$5d.%2$06d] %3$s"),
    DECODED("kern  :info  : [%1$5d.%2$06d] %3$s"),
    CALLER("[%1$5d.%2$06d][    T1] %3$s"),
    KMSG("6,%4$d,%5$d,-,caller=T1;%3$s"),
    NO_STAMP("%3$s"),
    SYSLOG("Nov 20 10:00:%6$02d host kernel: [%1$5d.%2$06d] %3$s"),
    SYSLOG_ISO("2026-11-20T10:00:%6$02d.%2$06d+00:00 host kernel: [%1$5d.%2$06d] %3$s"),
    RFC5424("<6>1 2026-11-20T10:00:%6$02d.%2$06dZ host kernel - - - [%1$5d.%2$06d] %3$s"),
    JOURNAL_MONOTONIC("[%1$5d.%2$06d] host kernel: %3$s"),
    JOURNAL_SHORT("Nov 20 10:00:%6$02d host kernel: %3$s"),
    JOURNAL_JSON(
            "{\"_TRANSPORT\":\"kernel\",\"__MONOTONIC_TIMESTAMP\":\"%5$d\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"%5$d\",\"PRIORITY\":\"6\",\"MESSAGE\":\"%7$s\"}"),
    DOCKER_JSON("{\"log\":\"[%1$5d.%2$06d] %7$s\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-20T10:00:%6$02dZ\"}"),
    LAVA("{\"dt\": \"2026-11-20T10:00:%6$02d.%2$06d\", \"lvl\": \"target\", \"msg\": \"[%1$5d.%2$06d] %7$s\"}"),
    HUMAN("[Fri Nov 20 10:00:%6$02d 2026] %3$s"),
    RELATIVE("[  +%1$d.%2$06d] %3$s"),
    CAPTURED("[2026-11-20 10:00:%6$02d] [%1$5d.%2$06d] %3$s"),
    CI("2026-11-20T10:00:%6$02d.%2$06dZ [%1$5d.%2$06d] %3$s"),
    QUOTED("> [%1$5d.%2$06d] %3$s"),
    GREPPED("%4$d:[%1$5d.%2$06d] %3$s"),
    LOGCAT("11-20 10:00:%6$02d.000     0     0 I         : [%1$5d.%2$06d] %3$s"),
    MEDIATEK("[%1$5d.%2$06d] (0)[1:swapper/0]%3$s"),
    SAMSUNG("[%1$5d.%2$06d]  [0:      swapper/0:    1] %3$s"),
    TEGRA("<6>[%1$5d.%2$06d] c1      1 %3$s"),
    HUAWEI("[%1$5d.%2$06ds][pid:1,cpu5,swapper/0]%3$s"),
    PAGE_END("[%1$5d.%2$06d] %3$s<br>"),
    COLOURED("\u001b[32m[%1$5d.%2$06d] \u001b[0m%3$s\u001b[0m"),
    MEASURED("%1$d.%2$06d 0.000012: %3$s");

    private final String form;

    Wrapper(String form) {
        this.form = form;
    }

    /** @param number of the line in its log */
    String around(long micros, long number, String message) {
        return String.format(
                Locale.ROOT,
                form,
                micros / 1_000_000,
                micros % 1_000_000,
                message,
                number,
                micros,
                micros / 1_000_000 % 60,
                message.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
