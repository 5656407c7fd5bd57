package io.github.camelnetsuite.camel.auth;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** A program with only the jar on its class path, which calls NetSuite in the two ways that need a name in the registry. */
public final class ClassLoaderProgram extends RouteBuilder {

    private final String recordUrl;

    ClassLoaderProgram(String recordUrl) {
        this.recordUrl = recordUrl;
    }

    @Override
    public void configure() {
        from("direct:processor").process("netsuiteAuth").to(recordUrl + "/customer/42");
        from("direct:configurer").to(recordUrl + "/customer/42?httpClientConfigurer=#netsuiteHttp");
    }

    /** Prints what both ways answered. The settings come from the environment, under the names of the options. */
    public static void main(String[] args) throws Exception {
        Main main = new Main();
        for (String option : args) {
            main.addInitialProperty("camel.component.netsuite." + option, System.getenv(option));
        }
        run(main, System.getenv("suiteTalkUrl"));
    }

    static void run(Main main, String suiteTalkUrl) throws Exception {
        main.configure().addRoutesBuilder(new ClassLoaderProgram(suiteTalkUrl + "/services/rest/record/v1"));
        try {
            main.start();
            for (String way : new String[] {"processor", "configurer"}) {
                String customer = main.getCamelTemplate().requestBody("direct:" + way, (Object) null, String.class);
                System.out.println(way + ": " + Map.of("found", customer.contains("\"id\":\"42\"")));
            }
        } finally {
            main.stop();
        }
    }
}
