package io.github.camelnetsuite.examples.flows;

/** In which of its two forms the flows are run. */
public enum RouteForm {
    JAVA,
    YAML
}
