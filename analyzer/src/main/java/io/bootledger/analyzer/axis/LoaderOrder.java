package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stages before the kernel. */
final class LoaderOrder {
    private final List<OpenStage> stages = new ArrayList<>();
    private final Set<String> over = new HashSet<>();
    private @Nullable Spoken end;
    private long ownWords;
    private long kernelLine;

    /**
     * @param firstLine of the records of the boot; where a loader's lines with stamps stand among them, the banner is the kernel's first
     * @param handoverLine behind which nothing is a loader's
     */
    LoaderOrder(AxisLines lines, long firstLine, long handoverLine) {
        kernelLine = firstLine;
        for (Spoken said : lines.spoken()) {
            if (said.line() < handoverLine) {
                take(said, lines);
            }
        }
        kernelLine = ownWords > 0 ? ownWords : kernelLine;
    }

    private void take(Spoken said, AxisLines lines) {
        if (isLibrary(said)) {
            return;
        }
        switch (said.kind()) {
            case LOADER -> loader(said, lines);
            case KERNEL -> ownWords = ownWords == 0 && said.line() < kernelLine ? said.line() : ownWords;
            case END -> {
                end = said;
                over.add(said.stage());
            }
            case USERSPACE, LOGIN -> {}
        }
    }

    /** Romstage calls Qualcomm's code for the memory, which says who it is ({@code src/soc/qualcomm/common/qclib.c} of coreboot). */
    private boolean isLibrary(Spoken said) {
        return said.stage().startsWith("Qualcomm") && current().startsWith("coreboot ");
    }

    private String current() {
        return stages.isEmpty() ? "" : stages.get(stages.size() - 1).name();
    }

    private void loader(Spoken said, AxisLines lines) {
        if (current().equals(said.stage())) {
            end = null;
            return;
        }
        if (over.contains(said.stage())) {
            return;
        }
        if (said.line() >= kernelLine) {
            Spoken banner = lines.banner();
            if (banner == null || said.line() >= banner.line()) {
                return;
            }
            kernelLine = banner.line();
        }
        stages.add(
                end == null
                        ? OpenStage.told(Kind.LOADER, said.line(), said)
                        : OpenStage.behind(end, Kind.LOADER, said));
        end = null;
        ownWords = 0;
    }

    List<OpenStage> stages() {
        return stages;
    }

    long kernelLine() {
        return kernelLine;
    }
}
