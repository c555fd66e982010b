package io.bootledger.simulator.scenario;

import io.bootledger.traces.format.LogForm;

public class Smoke {
    public static void main(String[] a) throws Exception {
        var b = new BootWriter(RandomMachine.of(Long.parseLong(a[0])));
        var truth = b.write(1, LogForm.valueOf(a[1]), System.out);
        System.out.println(Scenarios.MAPPER.writeValueAsString(truth));
        System.out.println(
                io.bootledger.simulator.kernel.SystemMap.of(b.simulation().image()));
    }
}
