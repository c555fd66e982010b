package io.bootledger.analyzer.knowledge;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the init functions of one kernel come from. Of several places with a name it keeps those of the kernel's own
 * architecture, then those of the module in brackets, then those that the nearest known kernel has, then those at the level at
 * which the function ran; a test that would leave none is passed over.
 *
 * @param architecture a directory below {@code arch}; null when nobody knows
 * @param version null when nobody knows: then it is the newest known
 */
public record CodeOrigins(
        @Nullable String architecture, @Nullable KernelVersion version) {

    /** Of a kernel that called these functions. */
    public static CodeOrigins of(Stream<String> functions, @Nullable String release) {
        return new CodeOrigins(Architectures.of(functions), release == null ? null : KernelVersion.of(release));
    }

    /** The origin of a function. */
    public CodeOrigin of(String function, @Nullable String module, @Nullable InitcallLevel level) {
        CodeKnowledge knowledge = CodeKnowledge.initcalls();
        KernelAt kernel = KernelAt.of(version, knowledge.kernels());
        List<KnownCode> found = kept(knowledge.find(function), this::fitsArchitecture);
        if (module != null) {
            found = ofModule(module.replace('-', '_'), found);
        }
        if (found.size() > 1) {
            found = kept(found, code -> code.kernels().contains(kernel.nearest()));
        }
        if (found.size() > 1 && module == null && level != null) {
            found = kept(found, code -> code.isAt(level, kernel.version()));
        }
        return found.isEmpty() ? CodeOrigin.UNKNOWN : CodeOrigin.of(found, kernel);
    }

    private boolean fitsArchitecture(KnownCode code) {
        return code.architecture().isEmpty() || code.architecture().equals(architecture);
    }

    /** The file that has the module's name, else one beside the module's own, else what is known of the module. */
    private List<KnownCode> ofModule(String module, List<KnownCode> found) {
        List<KnownCode> named =
                found.stream().filter(code -> code.moduleName().equals(module)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<KnownCode> modules = kept(CodeKnowledge.modules().find(module), this::fitsArchitecture);
        Set<String> directories =
                modules.stream().map(KnownCode::directory).collect(Collectors.toCollection(HashSet::new));
        List<KnownCode> beside = found.stream()
                .filter(code -> directories.contains(code.directory()))
                .toList();
        return !beside.isEmpty() ? beside : !modules.isEmpty() ? modules : found;
    }

    private static List<KnownCode> kept(List<KnownCode> all, Predicate<KnownCode> test) {
        if (all.size() < 2) {
            return all;
        }
        List<KnownCode> kept = all.stream().filter(test).toList();
        return kept.isEmpty() ? all : kept;
    }
}
