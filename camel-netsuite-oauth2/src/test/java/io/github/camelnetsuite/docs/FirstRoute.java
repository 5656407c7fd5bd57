package io.github.camelnetsuite.docs;

// snippet:first-route
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

public class FirstRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:once?repeatCount=1").to("netsuite:get:customer/42").log("${body[companyName]}");
    }

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new FirstRoute());
        main.run(args);
    }
}
// end:first-route
