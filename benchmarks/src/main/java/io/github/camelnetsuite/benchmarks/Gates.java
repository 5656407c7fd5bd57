package io.github.camelnetsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Measures everything, prints a line for each figure, and exits with 1 when one is over its gate. */
public final class Gates {

    private Gates() {}

    public static void main(String[] args) throws Exception {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(AssertionCost.measure());
        figures.addAll(GetCost.measure());
        figures.addAll(HeldTokenCost.measure());

        System.out.println();
        figures.forEach(figure -> System.out.println("GATE " + figure.line()));
        if (figures.stream().anyMatch(Figure::failed)) {
            System.out.println(
                    "At least one figure is over its gate. On a busy machine, run it again when it is quiet.");
            System.exit(1);
        }
    }
}
