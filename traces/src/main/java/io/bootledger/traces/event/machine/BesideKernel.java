package io.bootledger.traces.event.machine;

/** What somebody other than the kernel tells, or what tells of other clocks: the kernel's course and numbers have no part in it. */
public interface BesideKernel {}
