package io.github.camelnetsuite.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A fault asked for in words, as on a command line: {@code on=writes,rate=0.05,effect=loseAnswer}. The words are those of
 * {@link Faults} and {@link FaultSetup}.
 */
final class FaultOrder {

    private static final Set<String> WORDS =
            Set.of("on", "method", "path", "pathMatching", "rate", "times", "effect", "status", "millis");

    private final Map<String, String> words;

    private FaultOrder(Map<String, String> words) {
        this.words = words;
    }

    /**
     * From pairs with commas between them.
     *
     * @throws IllegalArgumentException when a word is unknown
     */
    static FaultOrder parse(String text) {
        var words = new LinkedHashMap<String, String>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + pair + "' is not like rate=0.05");
            }
            words.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return of(words);
    }

    /** From words and their values. */
    static FaultOrder of(Map<String, String> words) {
        words.keySet().stream()
                .filter(word -> !WORDS.contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException("A fault has no '" + word + "'. It has " + sorted(WORDS) + ".");
                });
        return new FaultOrder(Map.copyOf(words));
    }

    /** Sets it up; a wrong value is an {@link IllegalArgumentException} that says which are right. */
    Fault setUp(Faults faults) {
        FaultSetup setup = selected(faults);
        if (words.containsKey("method")) {
            setup = setup.method(word("method", ""));
        }
        if (words.containsKey("path")) {
            setup = setup.path(word("path", ""));
        }
        if (words.containsKey("pathMatching")) {
            setup = setup.pathMatching(word("pathMatching", ""));
        }
        if (words.containsKey("rate")) {
            setup = setup.rate(Double.parseDouble(word("rate", "")));
        }
        if (words.containsKey("times")) {
            setup = setup.times(number("times", 0));
        }
        return effect(setup);
    }

    private FaultSetup selected(Faults faults) {
        String on = word("on", "api");
        return switch (on) {
            case "token" -> faults.onToken();
            case "api" -> faults.onApi();
            case "any" -> faults.onAny();
            case "writes" -> faults.onWrites();
            case "restlets" -> faults.onRestlets();
            case "suiteQl" -> faults.onSuiteQl();
            default ->
                throw new IllegalArgumentException(
                        "A fault cannot be on=" + on + ". It can be on token, api, any, writes, restlets or suiteQl.");
        };
    }

    private Fault effect(FaultSetup setup) {
        String effect = word("effect", "");
        return switch (effect) {
            case "loseAnswer" -> setup.loseAnswer();
            case "loseAnswerBehind" -> setup.loseAnswerBehind(number("status", 504));
            case "serverError" -> setup.serverError();
            case "throttle" -> setup.throttle();
            case "cutConnection" -> setup.cutConnection();
            case "truncateBody" -> setup.truncateBody();
            case "html" -> setup.html(number("status", 503));
            case "recordChanged" -> setup.recordChanged();
            case "expiredToken" -> setup.expiredToken();
            case "latency" -> setup.latency(Duration.ofMillis(number("millis", 20)));
            default ->
                throw new IllegalArgumentException("A fault has no effect '" + effect
                        + "'. There are loseAnswer, loseAnswerBehind, serverError, throttle, cutConnection, truncateBody, html,"
                        + " recordChanged, expiredToken and latency.");
        };
    }

    private int number(String word, int otherwise) {
        return Integer.parseInt(word(word, Integer.toString(otherwise)));
    }

    private String word(String word, String otherwise) {
        return words.getOrDefault(word, otherwise);
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    @Override
    public String toString() {
        return String.join(
                ",",
                words.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::toString)
                        .toList());
    }
}
