package io.github.camelnetsuite.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** What can be asked of the control port. Each command is a method and a path; the answer is shown as JSON. */
final class ControlCommands {

    /** Every command, and what it does or takes. */
    static final Map<String, String> HELP = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /traffic", "requests, refusals, concurrency, and how often each fault struck"),
            Map.entry("GET /requests", "how many requests came to each path, numbers and external IDs left open"),
            Map.entry("GET /summary/{type}", "records, sum of their IDs, lines, quantities, totals"),
            Map.entry("GET /records/{type}/{id or eid:...}", "one record with its lines"),
            Map.entry("POST /records/{type}", "creates a record as a user at the screen"),
            Map.entry("PATCH /records/{type}/{id or eid:...}", "changes one"),
            Map.entry("DELETE /records/{type}/{id or eid:...}", "deletes one"),
            Map.entry("GET /settings", "limits and processing time in force"),
            Map.entry(
                    "PATCH /settings",
                    "concurrencyLimit, integrationConcurrencyLimit, processing (as PT0.2S), closedBefore,"
                            + " integrationEnabled, roleEnabled, m2mGrant"),
            Map.entry(
                    "POST /faults",
                    "on, method, path, pathMatching, rate, times, effect, status, millis; seed applies to later ones too"),
            Map.entry("DELETE /faults", "ends all"),
            Map.entry("POST /grow", "type, rows: adds sample rows"),
            Map.entry("GET /churn", "IDs inserted and deleted, number of rows changed"),
            Map.entry("POST /churn", "type, inserts, changes, deletes before each page; seed"),
            Map.entry("DELETE /churn", "ends it"),
            Map.entry("POST /expire-tokens", "makes every access token an expired one"),
            Map.entry("POST /reset", "everything as at the start")));

    private final NetSuiteSimulator simulator;
    private final List<Ordered> ordered = new ArrayList<>();

    private record Ordered(String order, Fault fault) {}

    /** How often a fault has struck. */
    record Struck(String fault, long hits) {}

    ControlCommands(NetSuiteSimulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Runs a command.
     *
     * @throws IllegalArgumentException when a value is wrong
     * @throws NoSuchElementException when there is no such command or record
     */
    Object run(String method, String path, Map<String, Object> body) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        if (parts.get(0).equals("records") && parts.size() > 1) {
            return records(method, parts, body);
        }
        if (parts.get(0).equals("summary") && parts.size() == 2 && method.equals("GET")) {
            return simulator.records().summary(parts.get(1));
        }
        return switch (method + " " + path) {
            case "GET /" -> HELP;
            case "GET /traffic" -> traffic();
            case "GET /requests" -> requests();
            case "GET /settings" -> settings();
            case "PATCH /settings" -> change(body);
            case "POST /faults" -> fault(body);
            case "DELETE /faults" ->
                done(() -> {
                    simulator.faults().clear();
                    ordered.clear();
                });
            case "POST /grow" -> Map.of("ids", simulator.records().grow(text(body, "type"), number(body, "rows", 0)));
            case "GET /churn" -> churn();
            case "POST /churn" -> churn(body);
            case "DELETE /churn" -> done(() -> simulator.churn().stop());
            case "POST /expire-tokens" -> done(simulator::expireTokens);
            case "POST /reset" ->
                done(() -> {
                    simulator.reset();
                    ordered.clear();
                });
            default ->
                throw new NoSuchElementException("There is no " + method + " " + path + ". GET / lists what there is.");
        };
    }

    private Object records(String method, List<String> parts, Map<String, Object> body) {
        String type = parts.get(1);
        String address = parts.size() == 3 ? parts.get(2) : "";
        return switch (method + " " + parts.size()) {
            case "GET 3" ->
                simulator
                        .records()
                        .read(type, address)
                        .orElseThrow(() -> new NoSuchElementException("There is no " + type + " " + address));
            case "POST 2" -> Map.of("id", simulator.records().create(type, body));
            case "PATCH 3" -> done(() -> simulator.records().edit(type, address, body));
            case "DELETE 3" -> done(() -> simulator.records().delete(type, address));
            default -> throw new NoSuchElementException("GET / lists what there is.");
        };
    }

    private synchronized Object traffic() {
        Traffic traffic = simulator.traffic();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("tokenRequests", traffic.tokenRequests());
        shown.put("apiRequests", traffic.apiRequests());
        shown.put("refused", traffic.refused());
        shown.put("running", traffic.running());
        shown.put("processing", traffic.processing());
        shown.put("mostAtOnce", traffic.mostAtOnce());
        shown.put(
                "faults",
                ordered.stream()
                        .map(entry -> new Struck(entry.order(), entry.fault().hits()))
                        .toList());
        return shown;
    }

    private Map<String, Long> requests() {
        var counts = new TreeMap<String, Long>();
        for (RecordedRequest request : simulator.requests()) {
            String path = request.path().replaceAll("/(\\d+|eid:[^/]*)(?=/|$)", "/{id}");
            counts.merge(request.method() + " " + path, 1L, Long::sum);
        }
        return counts;
    }

    private Map<String, Object> settings() {
        Settings settings = simulator.settings();
        var shown = new LinkedHashMap<String, Object>();
        settings.concurrencyLimit().ifPresent(limit -> shown.put("concurrencyLimit", limit));
        settings.integrationConcurrencyLimit().ifPresent(limit -> shown.put("integrationConcurrencyLimit", limit));
        shown.put("processing", settings.processing().toString());
        if (!settings.closedBefore().equals(LocalDate.MIN)) {
            shown.put("closedBefore", settings.closedBefore().toString());
        }
        shown.put("integrationEnabled", settings.integrationEnabled());
        shown.put("roleEnabled", settings.roleEnabled());
        shown.put("m2mGrant", settings.m2mGrant());
        return shown;
    }

    private Map<String, Object> change(Map<String, Object> body) {
        Settings settings = simulator.settings();
        body.forEach((name, value) -> {
            switch (name) {
                case "concurrencyLimit" -> settings.concurrencyLimit((int) number(body, name, 0));
                case "integrationConcurrencyLimit" -> settings.integrationConcurrencyLimit((int) number(body, name, 0));
                case "processing" -> settings.processing(duration(String.valueOf(value)));
                case "closedBefore" -> settings.closedBefore(date(String.valueOf(value)));
                case "integrationEnabled" -> settings.integrationEnabled((Boolean) value);
                case "roleEnabled" -> settings.roleEnabled((Boolean) value);
                case "m2mGrant" -> settings.m2mGrant((Boolean) value);
                default -> throw new IllegalArgumentException("There is no setting '" + name + "'. GET / lists them.");
            }
        });
        return settings();
    }

    private synchronized Object fault(Map<String, Object> body) {
        var words = new LinkedHashMap<String, String>();
        body.forEach((word, value) -> words.put(word, String.valueOf(value)));
        String seed = words.remove("seed");
        FaultOrder order = FaultOrder.of(words);
        if (seed != null) {
            simulator.faults().seed(Long.parseLong(seed));
        }
        order(order);
        return Map.of("fault", order.toString());
    }

    /** Sets up a fault whose hits are to be shown. */
    synchronized void order(FaultOrder order) {
        ordered.add(new Ordered(order.toString(), order.setUp(simulator.faults())));
    }

    private Object churn() {
        Churn churn = simulator.churn();
        return Map.of("inserted", churn.inserted(), "deleted", churn.deleted(), "changed", churn.changed());
    }

    private Object churn(Map<String, Object> body) {
        if (body.containsKey("seed")) {
            simulator.churn().seed(number(body, "seed", 1));
        }
        simulator
                .churn()
                .perPage(text(body, "type"), (int) number(body, "inserts", 0), (int) number(body, "changes", 0), (int)
                        number(body, "deletes", 0));
        return Map.of("done", true);
    }

    private static Object done(Runnable work) {
        work.run();
        return Map.of("done", true);
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + name + "' is missing");
    }

    private static long number(Map<String, Object> body, String name, long otherwise) {
        Object value = body.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("'" + name + "' is not a whole number: " + value);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a duration like PT0.2S", e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a day like 2026-01-31", e);
        }
    }
}
