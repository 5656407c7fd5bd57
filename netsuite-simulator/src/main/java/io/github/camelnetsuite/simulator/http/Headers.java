package io.github.camelnetsuite.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of one request in the order they came; names compare without case. Immutable. */
public record Headers(List<Header> all) {

    /** One header line. */
    public record Header(String name, String value) {}

    public Headers {
        all = List.copyOf(all);
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Every value of that name. */
    public List<String> values(String name) {
        var values = new ArrayList<String>();
        for (Header header : all) {
            if (header.name().equalsIgnoreCase(name)) {
                values.add(header.value());
            }
        }
        return values;
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }
}
