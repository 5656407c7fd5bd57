package io.github.camelnetsuite.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as text: a line for each check, and below it what there is to know. */
final class ReportText {

    private static final int WIDTH = 110;
    private static final String INDENT = " ".repeat(28);

    private final StringBuilder text = new StringBuilder();

    ReportText(CheckReport report) {
        report.findings().forEach(this::add);
        text.append('\n').append(summary(report)).append('\n');
    }

    private void add(Finding finding) {
        String head = String.format(
                Locale.ROOT, "%-8s %-18s ", finding.level(), finding.step().id());
        wrap(head, finding.seen());
        labelled("means: ", finding.meaning());
        int number = 0;
        for (Candidate candidate : finding.candidates()) {
            number++;
            labelled("(" + number + ") ", cause(candidate));
        }
        labelled("do:    ", finding.action());
        labelled("where: ", finding.where());
    }

    private static String cause(Candidate candidate) {
        String codes = candidate.auditTrailCodes().isEmpty()
                ? ""
                : " [" + String.join(", ", candidate.auditTrailCodes()) + "]";
        return candidate.cause() + codes + (candidate.where() == null ? "" : " -> " + candidate.where());
    }

    private void labelled(String label, @Nullable String value) {
        if (value != null) {
            wrap(INDENT + label, value);
        }
    }

    private void wrap(String head, String value) {
        List<String> lines = lines(value, WIDTH - head.length());
        text.append(head).append(lines.get(0)).append('\n');
        String further = " ".repeat(head.length());
        lines.stream().skip(1).forEach(line -> text.append(further).append(line).append('\n'));
    }

    private static List<String> lines(String value, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : value.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String summary(CheckReport report) {
        String counts = report.count(Level.OK) + " ok, " + several(report.count(Level.HINT), "hint") + ", "
                + several(report.count(Level.WARN), "warning") + ", " + report.count(Level.FAIL) + " failed, "
                + report.count(Level.SKIPPED) + " skipped.";
        return report.firstFailure()
                .map(first ->
                        "FAILED: " + counts + " Start with " + first.step().id() + ".")
                .orElse("PASSED: " + counts);
    }

    private static String several(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
