package io.bootledger.simulator.kernel;
