package io.github.camelnetsuite.examples.flow;

import org.apache.camel.main.Main;

/** Runs the flow on Camel Main until Ctrl-C: it finds {@code application.properties} and {@code camel/*.yaml} by itself. */
public final class Flow {

    private Flow() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new Main().run(arguments));
    }
}
