package io.bootledger.traces.functiongraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.call.FunctionGraphJoined;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphReaderTest {
    /** The same calls in the forms that options give them; cut from real traces of 6.1 and 6.12, or by the format strings of 6.1, 6.12. */
    private static final String PLAIN = """
            # tracer: function_graph
            #
            # CPU  DURATION                  FUNCTION CALLS
            # |     |   |                     |   |   |   |
             1)               |  inet_init() {
             1)               |    kmem_cache_create() {
             1)   2.500 us    |      mutex_lock();
             1) ! 272.369 us  |    }
             1) + 14.281 us   |    nf_ct_init [nf_conntrack]();
             1) * 28333.14 us |  }
            """;

    private static final String TASKS_TIMES_TAILS = """
            # tracer: function_graph
            #
            #     TIME        CPU  TASK/PID         DURATION                  FUNCTION CALLS
            #      |          |     |    |           |   |                     |   |   |   |
                9.708236 |   1)   swapper-1    |               |  inet_init() {
                9.708240 |   1)   swapper-1    |               |    kmem_cache_create() {
                9.708241 |   1)   swapper-1    |   2.500 us    |      mutex_lock();
                9.708242 |   1)   swapper-1    | ! 272.369 us  |    } /* kmem_cache_create */
                9.708243 |   1)   swapper-1    | + 14.281 us   |    nf_ct_init [nf_conntrack]();
                9.708250 |   1)   swapper-1    | * 28333.14 us |  } /* inet_init */
            """;

    private static final String LATENCY_AND_OVERRUNS = """
            # tracer: function_graph
            #
            # function_graph latency trace v1.1.5 on 6.1.0-56-cloud-amd64
            # --------------------------------------------------------------------
            #                       _-----=> irqs-off
            # CPU  TASK/PID       ||||     DURATION                  FUNCTION CALLS
            # |     |    |        ||||      |   |                     |   |   |   |
             1)   swapper-1    |  ...1. |               |  inet_init() {
             1)   swapper-1    |  ...1. |               |    kmem_cache_create() {
             1)   swapper-1    |  ...1. |   2.500 us    |      mutex_lock();
             1)   swapper-1    |  ..... | ! 272.369 us  |    }
             (Overruns: 0)
             1)   swapper-1    |  d.h2. | + 14.281 us   |    nf_ct_init [nf_conntrack]();
             1)   swapper-1    |  ..... | * 28333.14 us |  }
             (Overruns: 0)
            """;

    private static final String RETURN_VALUES_AND_ARGUMENTS = """
            # tracer: function_graph
            #
            # CPU  DURATION                  FUNCTION CALLS
            # |     |   |                     |   |   |   |
             1)               |  inet_init() {
             1)               |    kmem_cache_create(name=0xffffffff82a1, size=0x40) { /* <-inet_init+0x1c/0x296 */
             1)   2.500 us    |      mutex_lock(lock=0xffffffff82b0); /* = 0x0 */
             1) ! 272.369 us  |    } /* kmem_cache_create = 0xffff8881 */
             1) + 14.281 us   |    nf_ct_init [nf_conntrack](); /* ret=-19 */
             1) * 28333.14 us |  } /* inet_init ret=0x0 */
            """;

    static Stream<String> forms() {
        return Stream.of(PLAIN, TASKS_TIMES_TAILS, LATENCY_AND_OVERRUNS, RETURN_VALUES_AND_ARGUMENTS);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormTellsTheSameStacks(String trace) {
        assertThat(read(trace).stacks())
                .containsExactly(
                        stack(1, 28_333_140, 28_046_490, "inet_init"),
                        stack(1, 272_369, 269_869, "inet_init", "kmem_cache_create"),
                        stack(1, 2_500, 2_500, "inet_init", "kmem_cache_create", "mutex_lock"),
                        stack(1, 14_281, 14_281, "inet_init", "nf_ct_init [nf_conntrack]"));
        assertThat(lacks(trace)).isEqualTo(nothing());
    }

    @Test
    void tasksOfOneCpuAreToldApartByTheLinesThatSwitch() {
        String trace = lines("""
                 0)               |  first() {
                 0)               |    schedule() {
                 ------------------------------------------
                 0)   init-1       =>  kthread-2
                 ------------------------------------------

                 0)               |  second() {
                 1)   1.000 us    |  elsewhere();
                 0)   3.000 us    |    below();
                 0) + 10.000 us   |  }
                 ------------------------------------------
                 0)  kthread-2     =>   init-1
                 ------------------------------------------

                 0) + 20.000 us   |    }
                 0) + 30.000 us   |  }
                """);
        assertThat(read(trace).stacks())
                .containsExactly(
                        stack(1, 30_000, 10_000, "first"),
                        stack(1, 20_000, 20_000, "first", "schedule"),
                        stack(1, 10_000, 7_000, "second"),
                        stack(1, 3_000, 3_000, "second", "below"),
                        stack(1, 1_000, 1_000, "elsewhere"));
        assertThat(lacks(trace)).isEqualTo(nothing());
    }

    /** As a boot of 6.1 on two CPUs has it: only one task is traced, so that no line says that it moved. */
    @Test
    void aTaskThatMovesToAnotherCpuIsFollowed() {
        String trace = lines("""
                 1)               |  inet_init() {
                 1)               |    __cond_resched() {
                 1)   1.157 us    |      enter_lazy_tlb();
                 0) + 20.076 us   |      finish_task_switch.isra.0();
                 0) # 4037.529 us |    } /* __cond_resched */
                 0) # 5000.000 us |  } /* inet_init */
                """);
        assertThat(read(trace).stacks())
                .extracting(TimedStack::functions)
                .containsExactly(
                        List.of("inet_init"),
                        List.of("inet_init", "__cond_resched"),
                        List.of("inet_init", "__cond_resched", "enter_lazy_tlb"),
                        List.of("inet_init", "__cond_resched", "finish_task_switch.isra.0"));
        assertThat(lacks(trace)).isEqualTo(nothing());
    }

    /** As boots of 6.1 have it: the function that an interrupt enters is never traced, and may come while a return is recorded. */
    @Test
    void anInterruptStandsBelowWhatItBrokeInto() {
        String trace = lines("""
                 1)               |  first() {
                 1)   ==========> |
                 1)   2.552 us    |      irq_enter_rcu();
                 1)   <========== |
                 1)   1.312 us    |    leaf();
                 1)               |    second() {
                 1)   2.188 us    |    irq_enter_rcu();
                 1)               |    irq_exit_rcu() {
                 1)   1.016 us    |      idle_cpu();
                 1)   3.408 us    |    }
                 1) + 55.037 us   |    } /* second */
                 1) + 90.000 us   |  }
                """);
        assertThat(read(trace).stacks())
                .containsExactly(
                        stack(1, 90_000, 90_000 - 2_552 - 1_312 - 55_037, "first"),
                        stack(1, 2_552, 2_552, "first", "irq_enter_rcu"),
                        stack(1, 1_312, 1_312, "first", "leaf"),
                        stack(1, 55_037, 55_037 - 2_188 - 3_408, "first", "second"),
                        stack(1, 2_188, 2_188, "first", "second", "irq_enter_rcu"),
                        stack(1, 3_408, 2_392, "first", "second", "irq_exit_rcu"),
                        stack(1, 1_016, 1_016, "first", "second", "irq_exit_rcu", "idle_cpu"));
        assertThat(lacks(trace)).isEqualTo(nothing());
    }

    /** The kernel names a function that returns without having been entered. */
    @Test
    void aTraceThatBeginsInsideCallsTellsThemWhenTheyReturn() {
        String trace = lines("""
                 0)   3.000 us    |      deepest();
                 0)   9.000 us    |    } /* below */
                 0) + 20.000 us   |  } /* outermost */
                """);
        assertThat(read(trace).stacks())
                .containsExactly(
                        stack(1, 20_000, 11_000, "outermost"),
                        stack(1, 9_000, 6_000, "outermost", "below"),
                        stack(1, 3_000, 3_000, "outermost", "below", "deepest"));
        assertThat(lacks(trace)).isEqualTo(new FunctionGraphJoined("t", 0, 0, 0, 2, 0, 0, 0));
    }

    @Test
    void whatIsMissingIsCounted() {
        String trace = lines("""
                 0)               |  first() {
                 0)               |    cut_off() {
                CPU:0 [LOST 132 EVENTS]
                 0)   3.000 us    |    after();
                CPU:1 [LOST EVENTS]
                 0) + 20.000 us   |  }
                 0)               |  open() {
                 0)   2.000 us    |    below();
                 0)   7.000 us    |  }
                 0)   5.000 us    |  }
                 0)               |  last() {
                 0)   1.0
                """);
        assertThat(read(trace).stacks())
                .containsExactly(
                        stack(1, 20_000, 17_000, "first"),
                        stack(1, 3_000, 3_000, "first", "after"),
                        stack(1, 7_000, 5_000, "open"),
                        stack(1, 2_000, 2_000, "open", "below"));
        assertThat(lacks(trace)).isEqualTo(new FunctionGraphJoined("t", 0, 0, 133, 1, 2, 0, 1));
    }

    @Test
    void whatHasNoRoomIsItsCallersOwnTimeAndCounted() {
        StringBuilder many = new StringBuilder(" 0)               |  outermost() {\n");
        for (int i = 0; i < 60_000; i++) {
            many.append(" 0)   1.000 us    |    f").append(i).append("();\n");
        }
        String trace = lines(many + " 0) @ 100000.0 us |  }\n");
        List<TimedStack> stacks = read(trace).stacks();
        assertThat(stacks).hasSize(50_000);
        assertThat(stacks.get(0)).isEqualTo(stack(1, 100_000_000, 100_000_000 - 49_999_000, "outermost"));
        assertThat(lacks(trace).beyond()).isEqualTo(60_000 - 49_999);
    }

    @Test
    void callsThatNeverReturnNestNoDeeperThanAKernelGoes() {
        String trace = lines(" 0)               |  open() {\n".repeat(20_000) + " 0)   1.000 us    |    leaf();\n");
        assertThat(read(trace).stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.functions()).hasSizeLessThanOrEqualTo(201));
        assertThat(lacks(trace).unended()).isEqualTo(20_000);
    }

    @Test
    void withoutDurationsNothingIsTimed() {
        GraphReader graph = read("""
                # tracer: function_graph
                # CPU                FUNCTION CALLS
                 0)  first();
                """);
        assertThat(graph.isTimed()).isFalse();
        assertThat(graph.isEmpty()).isFalse();
    }

    private static String lines(String calls) {
        return "# tracer: function_graph\n# CPU  DURATION                  FUNCTION CALLS\n" + calls;
    }

    private static GraphReader read(String trace) {
        GraphReader graph = new GraphReader();
        trace.lines().forEach(graph::add);
        graph.end();
        return graph;
    }

    private static FunctionGraphJoined lacks(String trace) {
        return read(trace).joined("t", 0, 0);
    }

    private static FunctionGraphJoined nothing() {
        return new FunctionGraphJoined("t", 0, 0, 0, 0, 0, 0, 0);
    }

    private static TimedStack stack(long calls, long ns, long selfNs, String... functions) {
        return new TimedStack(null, List.of(functions), calls, ns, selfNs);
    }
}
