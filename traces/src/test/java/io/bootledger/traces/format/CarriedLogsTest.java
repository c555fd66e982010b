package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as JSON, as a journal, with differences or times of day for stamps. */
class CarriedLogsTest extends ReadLog {
    @Test
    void jsonOfDmesgIsRead() {
        given("""
                {
                   "dmesg": [
                      {
                         "pri": 7,
                         "time":     0.713514,
                         "caller": "T1",
                         "msg": "calling  a_init+0x0/0x10 @ 1\\n[    0.8] and the rest of the log"
                      },{
                         "fac": "user", "pri": "warn",
                         "time":    23.965544,
                         "msg": "calling  fake+0x0/0x10 @ 1"
                      }
                   ]
                }
                """);

        assertThat(calls()).containsExactly("a_init 713514");
        assertThat(events.get(0).caller()).hasToString("T1");
        assertThat(events.get(1).priority().code()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: ", "\u001e"})
    void jsonOfTheJournalIsRead(String before) {
        given(before + """
                {"_TRANSPORT":"kernel","PRIORITY":"7","_SOURCE_MONOTONIC_TIMESTAMP":"713514","__MONOTONIC_TIMESTAMP":"9","_BOOT_ID":"a","MESSAGE":"calling  a_init+0x0/0x10 @ 1"}
                """ + before + """
                {"MESSAGE":[99,97,108,108,105,110,103,32,32,98,43,48,120,48,47,48,120,49,32,64,32,49],"_BOOT_ID":"b","_TRANSPORT":"kernel"}
                {"_TRANSPORT":"journal","SYSLOG_IDENTIFIER":"x","_BOOT_ID":"b","MESSAGE":"calling  c_init+0x0/0x10 @ 1"}
                """);

        assertThat(calls()).containsExactly("a_init 713514", "b -");
        assertThat(contents.boots()).isEqualTo(2);
    }

    @Test
    void theJournalsExportIsRead() {
        given("""
                __CURSOR=s=1
                _SOURCE_MONOTONIC_TIMESTAMP=713514
                _TRANSPORT=kernel
                MESSAGE=calling  a_init+0x0/0x10 @ 1

                __CURSOR=s=2
                _TRANSPORT=kernel
                MESSAGE=calling  b_init+0x0/0x10 @ 1
                """);

        assertThat(calls()).containsExactly("a_init 713514", "b_init -");
    }

    @Test
    void differencesAddUp() {
        given(
                "[Nov20 12:18] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n[  +0.100000] calling  a_init+0x0/0x10 @ 1\n"
                        + "[  +0.200000] x\n[  -0.000001] calling  b_init+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 100000", "b_init 299999");
    }

    @Test
    void timesOfDayCountFromTheFirst() {
        given("2026-11-20T23:59:59,900000+00:00 Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n"
                + "2026-11-21T00:00:00,100000+00:00 calling  a_init+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 200000");
    }

    @Test
    void modulesAreReadFromAJournalThatLooksLikeDmesgToo() throws IOException {
        String modules = """
                [    4.000000] usb 1-1: new device
                [    5.000000] calling  m_init+0x0/0x10 [m] @ 77
                [    5.100000] initcall m_init+0x0/0x10 [m] returned 0 after 90000 usecs
                """;
        byte[] log = (HEAD + TAIL + modules)
                .replaceAll("(?m)^\\[ *[0-9.]+] ", "$0host kernel: ")
                .getBytes(StandardCharsets.UTF_8);

        LogReader.read(LogSource.stream("log", new ByteArrayInputStream(log)), ReadingOptions.NUMBERS, events::add);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000", "m_init 5000000");
    }
}
