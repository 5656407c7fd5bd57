package io.github.camelnetsuite.diagnostics;

import java.util.List;
import java.util.Optional;

/** What {@link NetSuiteCheck} found: one finding for each check, in their order. Immutable; holds no secret. */
public final class CheckReport {

    private final List<Finding> findings;

    CheckReport(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The finding of one check. */
    public Finding finding(CheckStep step) {
        return findings.stream()
                .filter(finding -> finding.step() == step)
                .findFirst()
                .orElseThrow();
    }

    /** Whether no check failed; hints and warnings may be there. */
    public boolean passed() {
        return firstFailure().isEmpty();
    }

    /** What to set right first; empty when no check failed. */
    public Optional<Finding> firstFailure() {
        return findings.stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .findFirst();
    }

    /** How many checks ended so. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** For a person: plain ASCII in lines of at most 110 characters, without colour. */
    public String toText() {
        return new ReportText(this).toString();
    }

    /** For a program: one JSON object, indented; the names are those of {@link Finding}, absent values are left out. */
    public String toJson() {
        return ReportJson.of(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
