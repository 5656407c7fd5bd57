package io.github.camelnetsuite.benchmarks;

import io.github.camelnetsuite.benchmarks.proofs.ExportProof;
import io.github.camelnetsuite.benchmarks.proofs.LanesProof;
import io.github.camelnetsuite.benchmarks.proofs.RowsProof;
import io.github.camelnetsuite.benchmarks.proofs.WritesProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Runs the proofs named, or all of them, prints a line for each figure, and exits with 1 when one misses its gate or breaks off.
 *
 * <p>Arguments: names of proofs; {@code all}, or none, for every one.
 */
public final class Proofs {

    private static final String ALL = "all";

    private static final Map<String, Callable<List<Figure>>> PROOFS = new LinkedHashMap<>();

    static {
        PROOFS.put("gates", Gates::measure);
        PROOFS.put("rows", RowsProof::measure);
        PROOFS.put("export", ExportProof::measure);
        PROOFS.put("writes", WritesProof::measure);
        PROOFS.put("lanes", LanesProof::measure);
    }

    private Proofs() {}

    public static void main(String[] args) {
        List<String> wanted = args.length == 0 || args[0].equals(ALL) ? List.copyOf(PROOFS.keySet()) : List.of(args);
        List<Figure> figures = new ArrayList<>();
        for (String name : wanted) {
            figures.addAll(run(name));
        }
        if (figures.stream().anyMatch(Figure::failed)) {
            System.out.println(
                    "At least one figure misses its gate. On a busy machine, run it again when it is quiet.");
            System.exit(1);
        }
    }

    private static List<Figure> run(String name) {
        Callable<List<Figure>> proof = PROOFS.get(name);
        if (proof == null) {
            throw new IllegalArgumentException(
                    "There is no proof '" + name + "'. There are " + PROOFS.keySet() + " and " + ALL + ".");
        }
        long start = System.nanoTime();
        List<Figure> figures = figures(name, proof);
        System.out.println();
        figures.forEach(figure -> System.out.println(name.toUpperCase(Locale.ROOT) + " " + figure.line()));
        System.out.printf(Locale.ROOT, "%s took %.0f s%n", name, (System.nanoTime() - start) / 1e9);
        return figures;
    }

    /** A proof that breaks off is one that failed, and the others are still made. */
    private static List<Figure> figures(String name, Callable<List<Figure>> proof) {
        try {
            return proof.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Figure.exactly(name + " broke off", 1, 0, String.valueOf(e.getMessage())));
        }
    }
}
