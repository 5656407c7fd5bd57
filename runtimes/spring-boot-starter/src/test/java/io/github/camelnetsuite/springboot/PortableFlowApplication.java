package io.github.camelnetsuite.springboot;

import org.springframework.boot.SpringApplication;

/** An application without a line of its own, to run the flow that runs everywhere. */
final class PortableFlowApplication {

    private PortableFlowApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(TestApplication.class, args);
    }
}
