package io.github.camelnetsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What the connector costs, within one JVM. */
final class Gates {

    private Gates() {}

    static List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(AssertionCost.measure());
        figures.addAll(GetCost.measure());
        figures.addAll(HeldTokenCost.measure());
        return figures;
    }
}
