package io.github.camelnetsuite.examples.flows;

/**
 * Whether somebody wants the simulator in so many words. Without that a shop of one's own is never connected to it: the simulator forgets
 * the shop's orders when it ends, and its products are made up.
 *
 * @param name of the switch, as messages name it
 */
public record SimulatorSwitch(boolean on, String name) {}
