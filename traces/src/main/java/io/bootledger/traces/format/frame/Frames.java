package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.frame.Frame.Layer;
import java.util.List;

/**
 * Every way in which a log is known to wrap kernel messages. A new one is a row here and its sample lines in the matrix test.
 * Within a layer the first row that fits is peeled.
 */
public final class Frames {
    public static final List<Frame> ALL = List.of(
            Frame.of("", Layer.QUOTE, "> "),
            Frame.of("", Layer.QUOTE, ">{bracket}"),
            Frame.of("", Layer.QUOTE, ">>"),
            Frame.of("grep -n", Layer.QUOTE, "{digits}:{bracket}"),
            Frame.of("grep -n", Layer.QUOTE, "{digits}-{bracket}"),
            // syslog files and journalctl -o short, with-unit, short-iso, short-unix and their precise forms
            Frame.of("syslog", Layer.HOST, "{month} {day} {clock} {word} {kernel}:~"),
            Frame.of("syslog", Layer.HOST, "{month} {day} {clock} {word} {facility}.{level} {kernel}:~"),
            Frame.of("syslog", Layer.HOST, "{month} {day} {clock} {facility}.{level} {kernel}:~"),
            Frame.of("syslog", Layer.HOST, "{month} {day} {clock} {word} {program}"),
            Frame.of("syslog", Layer.HOST, "{month} {day} {clock} {word} {facility}.{level} {program}"),
            Frame.of("syslog iso", Layer.HOST, "{date}T{clock}{zone} {word} {kernel}:~"),
            Frame.of("syslog iso", Layer.HOST, "{date}T{clock}{zone} {word} {program}"),
            Frame.of(
                    "syslog rfc5424",
                    Layer.HOST,
                    "<{priority}>{digits} {date}T{clock}{zone} {word} {kernel} {word} {word} -~"),
            Frame.of("journalctl short-full", Layer.HOST, "{name} {date} {clock} {word} {word} {kernel}:~"),
            Frame.of("journalctl short-full", Layer.HOST, "{name} {date} {clock} {word} {word} {program}"),
            Frame.of("journalctl short-unix", Layer.HOST, "{unused} {word} {kernel}:~"),
            Frame.of("journalctl short-unix", Layer.HOST, "{unused} {word} {program}"),
            Frame.of("syslog", Layer.HOST, "{kernel}:~"),
            Frame.of("logcat", Layer.HOST, "{digits}-{digits} {clock} {digits} {digits} {upper} :~"),
            Frame.of("logcat", Layer.HOST, "{digits}-{digits} {clock} {digits} {digits} {upper} "),
            Frame.of("logcat", Layer.HOST, "{digits}-{digits} {clock} {upper}/~(~{digits}):~"),
            Frame.of("ftrace", Layer.HOST, "{trace}"),
            // what captures a serial line and stamps it: LAVA, GitHub, minicom, tio, ts, grabserial
            Frame.of("capture", Layer.HOST, "[{date} {clock}] {host day}"),
            Frame.of("capture", Layer.HOST, "[{date}T{clock}] {host day}"),
            Frame.of("capture", Layer.HOST, "[{clock}] {host}"),
            Frame.of("grabserial", Layer.HOST, "[~{capture} {unused}] "),
            Frame.of("grabserial", Layer.HOST, "[{clock} {unused}] {host}"),
            Frame.of("capture", Layer.HOST, "{date}T{clock}{zone} {host day}"),
            Frame.of("capture", Layer.HOST, "{clock} {host}"),
            Frame.of("capture", Layer.HOST, "{month} {day} {clock} {host month}"),
            // printk, as dmesg, the console and /dev/kmsg show it
            Frame.of("kmsg", Layer.STAMP, "{priority},{sequence},{micros},{fields};"),
            // extended netconsole with the release in front (drivers/net/netconsole.c, send_ext_msg_udp)
            Frame.of("kmsg", Layer.STAMP, "{release},{priority},{sequence},{micros},{fields};"),
            Frame.of("dmesg -x", Layer.PRIORITY, "{facility}~:{level}~: "),
            Frame.of("dmesg -r", Layer.PRIORITY, "<{priority}>"),
            Frame.of("dmesg", Layer.STAMP, "[~{seconds}]~"),
            Frame.of("dmesg", Layer.STAMP, "[~{seconds},{digits}]~"),
            // LG and Huawei kernels
            Frame.of("dmesg", Layer.STAMP, "[~{seconds} / {digits}-{digits} {clock}][{digits}]~"),
            Frame.of("dmesg", Layer.STAMP, "[~{seconds}s][pid:{task},cpu{digits},{comm}]~"),
            Frame.of("dmesg -d", Layer.STAMP, "[~{seconds}~<~{unused}~>]~"),
            Frame.of("journalctl short-delta", Layer.STAMP, "[~{seconds}~]~"),
            Frame.of("dmesg --time-format delta", Layer.STAMP, "[<~{delta}>]~"),
            Frame.of("dmesg -e", Layer.STAMP, "[~+{delta}]~"),
            Frame.of("dmesg -e", Layer.STAMP, "[~{minus}{delta}]~"),
            Frame.of("dmesg -e", Layer.STAMP, "[{month}{day} {minute}{nodelta}]~"),
            Frame.of("dmesg -e", Layer.STAMP, "[{month} {day} {minute}{nodelta}]~"),
            Frame.of("dmesg -T", Layer.STAMP, "[{name} {month} {day} {clock} {year}{wall}]~"),
            Frame.of("dmesg -T", Layer.STAMP, "[{name} {month} {day} {clock} {year}{wall} <~{unused}>]~"),
            Frame.of("dmesg --time-format iso", Layer.STAMP, "{date}T{comma}{zone}{wall} "),
            // peeled by PrintkPrefix.peelCaller, which says the same and is faster
            Frame.of("+caller", Layer.CALLER, "[~{caller}]~"),
            // MediaTek and Samsung kernels say who printed, in the text
            Frame.of("", Layer.VENDOR, "({digits})[{task}:{comm}]~"),
            Frame.of("", Layer.VENDOR, "{any}({digits})[{task}:{comm}]~"),
            Frame.of("", Layer.VENDOR, "<{priority}>{any}({digits})[{task}:{comm}]~"),
            Frame.of("", Layer.VENDOR, "[~{digits}:~{comm before its number}:~{task}]~"),
            Frame.of("", Layer.VENDOR, "{upper}[~{digits}:~{comm before its number}:~{task}]~"),
            // ASUS and OnePlus
            Frame.of("", Layer.VENDOR, "(CPU:{digits}-pid:{task}:{comm})~"));

    private Frames() {}
}
