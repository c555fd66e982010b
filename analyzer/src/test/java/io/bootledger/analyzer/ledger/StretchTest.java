package io.bootledger.analyzer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the boot thread does in no initcall has a name, and the word of how sure it is. */
class StretchTest {
    private static final String CPUS = "smp: Bringing up secondary CPUs ...";
    private static final String DEVTMPFS = "devtmpfs: initialized";
    private static final String ROOT = "Waiting for root device /dev/mmcblk0p2...";

    private static Story started() {
        return Story.ofKernel("6.12.0")
                .at(50)
                .then(new LevelEntered(InitcallLevel.EARLY))
                .calling("cpu_stop_init", 1)
                .at(60)
                .returned("cpu_stop_init", 0, 10);
    }

    private static Story inInitcalls(Story boot) {
        return boot.then(new LevelEntered(InitcallLevel.PURE))
                .calling("ipc_ns_init", 1)
                .at(1_000)
                .returned("ipc_ns_init", 0, 10);
    }

    private static Ledger ledger(Story boot) {
        return boot.analysis().accounting().ledger();
    }

    @Test
    void smpAndBasicSetupEndAtTheLinesThatSaySo() {
        Story boot = started().at(70).says(CPUS).at(320).then(new CpusBroughtUp(1, 4));
        boot = inInitcalls(boot.at(400).says(DEVTMPFS).at(950)).then(new InitProcessStarted("/init"));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.LEVEL_CHANGE)
                .extracting(Account::name, Account::us, Account::evidence)
                .containsExactly(
                        tuple("lockup_detector_init", 10L, CauseEvidence.LIKELY),
                        tuple("smp_init", 250L, CauseEvidence.STATED),
                        tuple("smp_init to devtmpfs_init", 80L, CauseEvidence.STATED),
                        tuple("do_basic_setup after devtmpfs_init", 550L, CauseEvidence.STATED));
    }

    @Test
    void withoutTheLineThatBeginsItSmpIsLikely() {
        Story boot = inInitcalls(started().at(320).then(new CpusBroughtUp(1, 4)).at(950));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.LEVEL_CHANGE)
                .extracting(Account::name, Account::us, Account::evidence)
                .containsExactly(
                        tuple("smp_init", 260L, CauseEvidence.LIKELY),
                        tuple("smp_init to do_initcalls", 630L, CauseEvidence.STATED));
    }

    @Test
    void anotherLineBeforeTheCpusDoesNotBeginSmp() {
        Story boot = started().at(70).then(new ConsoleEnabled("tty0", false)).at(320);
        boot = inInitcalls(boot.then(new CpusBroughtUp(1, 4)).at(950));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.LEVEL_CHANGE)
                .extracting(Account::name, Account::us)
                .containsExactly(tuple("smp_init", 260L), tuple("smp_init to do_initcalls", 630L));
    }

    @Test
    void aKernelForOneCpuHasItsBasicSetup() {
        Story boot = inInitcalls(started().at(400).says(DEVTMPFS).at(950));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.LEVEL_CHANGE)
                .extracting(Account::name, Account::us)
                .containsExactly(
                        tuple("early to devtmpfs_init", 340L), tuple("do_basic_setup after devtmpfs_init", 550L));
    }

    @Test
    void whatComesBeforeTheConsolesIsStartKernel() {
        Story boot = Story.ofKernel("6.12.0")
                .at(0)
                .says("BIOS-provided physical RAM map:")
                .at(700)
                .then(new LevelEntered(InitcallLevel.CONSOLE))
                .calling("con_init", 0)
                .at(710)
                .returned("con_init", 0, 10);

        assertThat(ledger(boot).accounts().get(0))
                .isEqualTo(new Account(Kind.BEFORE_INITCALLS, "start_kernel until console_init", null, 700));
    }

    @Test
    void theRootDeviceIsWaitedForFromTheLineThatSaysSo() {
        Story boot = inInitcalls(started().at(990))
                .at(1_100)
                .says(ROOT)
                .at(5_100)
                .then(new RootMounted("VFS: Mounted root (ext4 filesystem) readonly on device 179:2."))
                .at(5_150)
                .then(new MemoryFreed("unused kernel memory", 64))
                .then(new InitProcessStarted("/sbin/init"));

        assertThat(ledger(boot).accounts())
                .filteredOn(account -> account.kind() == Kind.ROOT_MOUNT || account.kind() == Kind.ASYNC_WAIT)
                .extracting(Account::name, Account::us, Account::evidence)
                .containsExactly(
                        tuple("prepare_namespace", 100L, CauseEvidence.LIKELY),
                        tuple("wait_for_root", 4_000L, CauseEvidence.STATED),
                        tuple("kernel_init until free_initmem", 50L, CauseEvidence.STATED));
    }

    @Test
    void aBootThatNeverGetsItsRootDeviceIsBookedOnThatWait() {
        Story boot =
                inInitcalls(started().at(990)).at(1_100).says(ROOT).at(61_100).says("random: crng init done");

        assertThat(ledger(boot).accounts())
                .contains(new Account(Kind.ROOT_MOUNT, "wait_for_root", null, 60_000))
                .noneMatch(account -> account.kind() == Kind.UNKNOWN);
    }

    @Test
    void theCriticalPathHasTheSameNames() {
        Story boot = started().at(70).says(CPUS).at(320).then(new CpusBroughtUp(1, 4));
        BootAnalysis analysis = inInitcalls(boot.at(400).says(DEVTMPFS).at(950)).analysis();

        assertThat(analysis.accounting().criticalPath())
                .extracting(PathEntry::owner, PathEntry::us, PathEntry::evidence)
                .contains(
                        tuple("smp_init", 250L, CauseEvidence.STATED),
                        tuple("do_basic_setup after devtmpfs_init", 550L, CauseEvidence.STATED));
    }

    /** Whatever the order of these lines: accounts, slices and the critical path add up to the total. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySumIsExact(long seed) {
        Random random = new Random(seed);
        for (int boot = 0; boot < 50; boot++) {
            Story story = Story.ofKernel("6.12.0");
            long at = 0;
            for (int i = 0; i < 30; i++) {
                at = Math.max(0, at + random.nextInt(500) - (random.nextInt(10) == 0 ? 400 : 0));
                happen(random, i, story.at(at));
            }
            BootAnalysis analysis = story.analysis();
            Ledger ledger = analysis.accounting().ledger();
            assertThat(ledger.accounts().stream().mapToLong(Account::us).sum()).isEqualTo(ledger.totalUs());
            assertThat(ledger.entries().stream().mapToLong(Entry::us).sum()).isEqualTo(ledger.totalUs());
            assertThat(analysis.accounting().criticalPath().stream()
                            .mapToLong(PathEntry::us)
                            .sum())
                    .isEqualTo(ledger.totalUs());
        }
    }

    private static void happen(Random random, int number, Story story) {
        List<BootEvent> events = List.of(
                new CpusBroughtUp(1, 2),
                new CommandLineGiven("quiet", true),
                new LevelEntered(InitcallLevel.values()[random.nextInt(InitcallLevel.values().length)]),
                new RootMounted("VFS: Mounted root"),
                new MemoryFreed("unused kernel memory", 64),
                new MemoryFreed("initrd memory", 64),
                new MessagesLost(3),
                new InitProcessStarted("/init"));
        switch (random.nextInt(4)) {
            case 0 -> story.says(List.of(CPUS, DEVTMPFS, ROOT).get(random.nextInt(3)));
            case 1 -> story.then(events.get(random.nextInt(events.size())));
            case 2 -> story.calling("f" + number / 3 + "_init", 1);
            default -> story.returned("f" + number / 3 + "_init", 0, random.nextInt(300));
        }
    }
}
