package io.bootledger.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --as way} and {@code --as steps} end in what happened, with the name of the function. */
class WayTest {
    @TempDir
    private Path folder;

    private static String way(Object... more) {
        Run run = Run.bootledger(more);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void anInitFunctionThatHangs() {
        String[] words = {"simulate", "primer", "--set", "initcall.loop_init.fault=hang", "--as"};
        assertThat(way(words[0], words[1], words[2], words[3], words[4], "way"))
                .endsWith("    0.023983  called by pid 1 in do_initcalls, device\n"
                        + "    0.024363  loop_init+0x0/0x6b, hang: never returns\n");
        assertThat(way(words[0], words[1], words[2], words[3], words[4], "steps"))
                .endsWith("hang(loop_init+0x0/0x6b): never returns\n");
    }

    @ParameterizedTest
    @CsvSource({
        "3.2, do_exit, Attempted to kill init!",
        "6.12, make_task_dead, Attempted to kill init! exitcode=0x00000009"
    })
    void anInitFunctionThatOopsesInTheBootThread(String kernel, String killer, String panic) {
        String set = "initcall.loop_init.fault=oops";
        assertThat(way("simulate", "primer", "--kernel", kernel, "--set", set, "--as", "way"))
                .endsWith("  panic: " + panic + "\n")
                .containsPattern("loop_init\\+0x0/0x6b, " + killer + ": reads through a null pointer");
        assertThat(way("simulate", "primer", "--kernel", kernel, "--set", set, "--as", "steps"))
                .endsWith("panic: " + panic + "\n")
                .contains(killer + "(loop_init+0x0/0x6b): reads through a null pointer");
    }

    @ParameterizedTest
    @CsvSource({"4.9, do_exit", "6.12, make_task_dead"})
    void anInitFunctionThatOopsesInTheIdleTask(String kernel, String killer) {
        String set = "initcall.univ8250_console_init.fault=oops";
        assertThat(way("simulate", "primer", "--kernel", kernel, "--set", set, "--as", "way"))
                .endsWith("  panic: Attempted to kill the idle task!\n")
                .containsPattern("called by pid 0 in console_init\n.*console_init\\+0x0/0x6c, " + killer + ": reads");
        assertThat(way("simulate", "primer", "--kernel", kernel, "--set", set, "--as", "steps"))
                .endsWith("panic: Attempted to kill the idle task!\n")
                .contains(killer + "(univ8250_console_init+0x0/0x6c): reads through a null pointer");
    }

    @ParameterizedTest
    @CsvSource({
        "loop_init.fault=oops, oops=panic, oops_end: reads through a null pointer, Fatal exception",
        "loop_init.fault=irqs_off, panic_on_warn=1, called by pid 1 in do_initcalls, kernel: panic_on_warn set ..."
    })
    void whatTheCommandLineAsksToBeTheEnd(String fault, String word, String told, String panic) {
        String[] sets = {"initcall." + fault, "cmdline=" + word};
        assertThat(way("simulate", "primer", "--set", sets[0], "--set", sets[1], "--as", "way"))
                .endsWith("  panic: " + panic + "\n")
                .contains(told)
                .doesNotContain("null: ");
        assertThat(way("simulate", "primer", "--set", sets[0], "--set", sets[1], "--as", "steps"))
                .endsWith("panic: " + panic + "\n");
    }

    @Test
    void modulesThatAreRefusedThatOopsAndThatNothingCalls() {
        String way = way("simulate", "failing-boot", "--as", "way");
        assertThat(way)
                .contains(
                        " by check_modinfo: version magic '0.0.0 SMP mod_unload ' should be",
                        "; foo_init is not called\n",
                        " by check_modstruct_version: disagrees about version of symbol module_layout; bar_init is not called",
                        "loaded by pid 181; ghost_init is not called: mod->init is NULL",
                        "[buggy], make_task_dead: reads through a null pointer: the kernel oopses, and kills the task",
                        "returned -22 after ",
                        "with -22 EINVAL by do_init_module: the module is unloaded again\n");
        assertThat(way.split("\\(broken_init\\) in a module")).as("told once").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown_symbol | -2 ENOENT by simplify_symbols: foo: Unknown symbol foo_missing (err -2); foo_init is not called",
                "struct_size | -8 ENOEXEC by elf_validity_cache_copy: .gnu.linkonce.this_module section size must match",
                "unsigned | -129 EKEYREJECTED by module_sig_check: Loading of unsigned module is rejected; foo_init is not called"
            })
    void everyWayToBeRefused(String build, String says) throws IOException {
        assertThat(way("simulate", loading(build), "--as", "way")).contains(says);
    }

    /** Whoever waits for it is named too. */
    @Test
    void whoWaitsForAModuleThatHangs() throws IOException {
        Path machine = Files.writeString(folder.resolve("waits.json"), """
                {"machine": {"kernel": {"release": "6.1"}, "initramfs": {}, "initcalls": [
                  {"macro": "rootfs_initcall", "function": "populate_rootfs"},
                  {"macro": "late_initcall", "function": "asks_init", "requests": ["foo"]},
                  {"macro": "module_init", "function": "foo_init", "module": "foo", "config": "m", "fault": "hang"}]}}
                """);
        List<String> way = way("simulate", machine, "--as", "way").lines().toList();
        assertThat(way).anyMatch(line -> line.matches(".* foo_init\\+0x0/0x\\w+ \\[foo\\], hang: never returns"));
        assertThat(way)
                .last()
                .asString()
                .matches(" .* asks_init\\+0x0/0x\\w+, hang: foo: modprobe never ends: waits for ever");
    }

    @ParameterizedTest
    @ValueSource(strings = {"way", "steps"})
    void aKernelWithoutInit(String form) throws IOException {
        Path machine = Files.writeString(
                folder.resolve("none.json"),
                "{\"machine\": {\"kernel\": {\"release\": \"6.1\"}, \"ending\": {\"init\": null}}}");
        assertThat(way("simulate", machine, "--as", form)).contains("panic: No working init found.");
    }

    private Path loading(String build) throws IOException {
        return Files.writeString(folder.resolve("load.json"), """
                {"machine": {"kernel": {"release": "6.12", "command_line": "module.sig_enforce"}, "initcalls": [
                  {"macro": "module_init", "function": "foo_init", "module": "foo", "config": "m"}],
                  "loads": [{"module": "foo", "build": "%s"}]}}
                """.formatted(build));
    }
}
