package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Kind;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.traces.event.machine.StageReported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stages behind the hand-over. What follows it belongs to the stage that is told next, even before its evidence; a stage does
 * not come back once another has begun.
 */
final class UserspaceOrder {
    /** What runs until somebody says who it is. */
    private static final String SOMEBODY = "user space";

    private static final String INITRAMFS = "initramfs";
    /** The program that the kernel runs from an initramfs, and from nowhere else ({@code init/main.c}, {@code kernel_init}). */
    private static final String INIT_OF_INITRAMFS = "/init";

    /** How far on the way to a login; a stage follows only those before it. */
    private static final Map<String, Integer> PLACES = Map.of(
            INITRAMFS, 1, "OpenWrt preinit", 1, "sysvinit", 3, "BusyBox init", 3, "OpenRC", 4, "runit", 4, "s6", 4);

    private static final int INIT_SYSTEM = 3;
    /** Old OpenWrt says this where its preinit hands over to init, and may have said nothing before. */
    private static final String INIT_OF_OPENWRT = "- init -";

    private final List<OpenStage> stages = new ArrayList<>();
    private final boolean initramfs;
    /** Whether systemd runs in the initramfs, where it says the same as later. */
    private boolean systemdInside;

    private boolean prompted;
    private @Nullable Spoken end;
    private @Nullable Spoken getty;
    private final long boots;

    private UserspaceOrder(AxisLines lines, OpenStage first, boolean initramfs) {
        this.initramfs = initramfs;
        boots = lines.lastLine();
        if (lines.lastLine() < first.firstLine()) {
            return;
        }
        stages.add(first);
        for (Spoken said : lines.spoken()) {
            if (said.line() >= first.firstLine() && !prompted) {
                take(said);
            }
        }
    }

    /** Of a kernel that says where it hands over. */
    static UserspaceOrder behind(Handover handover, AxisLines lines, @Nullable String init) {
        boolean initramfs = INIT_OF_INITRAMFS.equals(init);
        String name = initramfs ? INITRAMFS : SOMEBODY;
        OpenStage first = new OpenStage(name, Kind.USERSPACE, handover.line() + 1, handover.us(), null, null, null, 0);
        return new UserspaceOrder(lines, first, initramfs);
    }

    /**
     * Of one that does not: {@code quiet} keeps that from the console, and a ring buffer may have lost it. Null where nobody of user
     * space speaks.
     *
     * @param kernelLine behind which it is looked for
     */
    static @Nullable UserspaceOrder told(AxisLines lines, long kernelLine) {
        for (Spoken said : lines.spoken()) {
            boolean speaks = said.kind() == StageReported.Kind.USERSPACE
                    || said.kind() == StageReported.Kind.LOGIN
                    || said.kind() == StageReported.Kind.END && said.stage().equals(INITRAMFS);
            if (speaks && said.line() > kernelLine) {
                OpenStage first = new OpenStage(
                        SOMEBODY, Kind.USERSPACE, said.line(), said.us(), said.notBeforeUs(), null, said.hostUs(), 0);
                return new UserspaceOrder(lines, first, false);
            }
        }
        return null;
    }

    private OpenStage current() {
        return stages.get(stages.size() - 1);
    }

    private void take(Spoken said) {
        switch (said.kind()) {
            case USERSPACE -> {
                if (getty == null) {
                    userSpace(said);
                }
            }
            case LOGIN -> {
                if (getty == null || said.stage().equals("login prompt")) {
                    prompted = true;
                    begin(said, Kind.LOGIN);
                }
            }
            case END -> ended(said);
            case LOADER, KERNEL -> {}
        }
    }

    private void ended(Spoken said) {
        if (said.stage().equals("getty")) {
            getty = getty == null ? said : getty;
        } else if (said.stage().equals(INITRAMFS)) {
            systemdInside = false;
            nameInitramfs(said);
        } else if (getty == null) {
            userSpace(said);
            end = said;
        }
    }

    private void userSpace(Spoken said) {
        systemdInside &= !beginsAnew(said);
        String name = said.stage();
        if (current().name().equals(SOMEBODY)) {
            first(said);
        } else if (name.equals(INITRAMFS)) {
            nameInitramfs(said);
        } else if (staysInitramfs(name)) {
            replace(current().evidence() == null ? current().named(INITRAMFS, said) : current());
        } else if (place(name) > place(current().name())) {
            begin(said, Kind.USERSPACE);
        }
    }

    /** Whether it speaks from within the initramfs: systemd before it switches the root, or BusyBox where all user space is in it. */
    private boolean staysInitramfs(String name) {
        return current().name().equals(INITRAMFS)
                && (systemdInside || initramfs && stages.size() == 1 && name.equals("BusyBox init"));
    }

    private void first(Spoken said) {
        if (said.text().equals(INIT_OF_OPENWRT)) {
            replace(current().named("OpenWrt preinit", null));
            begin(said, Kind.USERSPACE);
        } else {
            replace(current().named(said.stage(), said));
            systemdInside = isSystemdInside(said);
        }
    }

    /** Whether systemd says that it runs in an initramfs, which it does behind its name ({@code src/core/main.c}). */
    private static boolean isSystemdInside(Spoken said) {
        return said.kind() == StageReported.Kind.USERSPACE
                && said.stage().equals(INITRAMFS)
                && (said.text().startsWith("systemd[1]: ") || said.text().startsWith("Welcome to "));
    }

    /** Behind the switch of the root it says its name again, and may have had no chance to say that it switches. */
    private static boolean beginsAnew(Spoken said) {
        return said.text().startsWith("systemd[1]: systemd ") && said.text().contains(" running in system mode");
    }

    private void nameInitramfs(Spoken said) {
        OpenStage current = current();
        boolean inside = isSystemdInside(said);
        OpenStage first = stages.get(0);
        if (current.name().equals(INITRAMFS) || current.name().equals(SOMEBODY)) {
            replace(current.evidence() == null ? current.named(INITRAMFS, said) : current);
        } else if (inside
                && (stages.size() == 1 || stages.size() == 2 && first.name().equals(INITRAMFS))) {
            stages.clear();
            stages.add(first.named(INITRAMFS, said));
        } else {
            return;
        }
        systemdInside |= inside;
    }

    private void replace(OpenStage stage) {
        stages.set(stages.size() - 1, stage);
    }

    /** A stage that has no line of its own was none; but whoever asks for a name ran before that. */
    private void begin(Spoken said, Kind kind) {
        OpenStage next = OpenStage.told(kind, said.line(), said);
        if (current().firstLine() >= said.line()) {
            OpenStage before = stages.remove(stages.size() - 1);
            boolean prompt = kind == Kind.LOGIN;
            next = new OpenStage(
                    next.name(),
                    kind,
                    next.firstLine(),
                    prompt ? next.fromUs() : before.fromUs(),
                    prompt && next.notBeforeUs() == null ? before.fromUs() : before.notBeforeUs(),
                    next.evidence(),
                    before.hostUs() == null ? next.hostUs() : before.hostUs(),
                    before.hostSlackUs());
        }
        stages.add(next);
    }

    private static int place(String name) {
        return PLACES.getOrDefault(name, INIT_SYSTEM);
    }

    /** Who says, without a prompt, that all is done; null where nobody does. */
    @Nullable
    Spoken lastWords() {
        Spoken last = getty != null ? getty : end;
        return stages.isEmpty()
                        || prompted
                        || last == null
                        || last.line() < current().firstLine()
                ? null
                : last;
    }

    List<OpenStage> stages() {
        return stages;
    }

    /** A prompt is one line; without one the last who says that all is done, or that a login follows, is the last of all. */
    long lastLine() {
        if (stages.isEmpty()) {
            return boots;
        }
        if (prompted) {
            return current().firstLine();
        }
        Spoken last = lastWords();
        return last != null ? last.line() : boots;
    }
}
