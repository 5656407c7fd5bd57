package io.github.camelnetsuite.simulator;

/**
 * One quirk as this simulator shows it.
 *
 * @param mode the mode in force
 * @param exercised how many decisions rested on it since the last reset
 */
public record Behaviour(Quirk quirk, String mode, long exercised) {

    public Evidence evidence() {
        return quirk.evidence();
    }
}
