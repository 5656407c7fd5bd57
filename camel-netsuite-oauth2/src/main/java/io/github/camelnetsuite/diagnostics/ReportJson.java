package io.github.camelnetsuite.diagnostics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as JSON. */
final class ReportJson {

    private ReportJson() {}

    static String of(CheckReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passed", report.passed());
        ObjectNode counts = root.putObject("counts");
        for (Level level : Level.values()) {
            counts.put(name(level), report.count(level));
        }
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> add(findings.addObject(), finding));
        return root.toPrettyString();
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("check", finding.step().id());
        node.put("level", name(finding.level()));
        node.put("seen", finding.seen());
        put(node, "meaning", finding.meaning());
        put(node, "action", finding.action());
        put(node, "where", finding.where());
        if (!finding.candidates().isEmpty()) {
            ArrayNode candidates = node.putArray("candidates");
            finding.candidates().forEach(candidate -> {
                ObjectNode child = candidates.addObject();
                child.put("cause", candidate.cause());
                candidate.auditTrailCodes().forEach(child.putArray("auditTrailCodes")::add);
                put(child, "where", candidate.where());
            });
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
