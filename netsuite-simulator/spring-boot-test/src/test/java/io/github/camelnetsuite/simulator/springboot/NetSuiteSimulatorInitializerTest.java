package io.github.camelnetsuite.simulator.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@Timeout(60)
class NetSuiteSimulatorInitializerTest {

    @Configuration(proxyBeanMethods = false)
    static class Application {}

    @Test
    void theSimulatorLivesAsLongAsTheApplication() {
        NetSuiteSimulator simulator;
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(new NetSuiteSimulatorInitializer("", "1234567_SB1"))
                .run()) {
            simulator = application.getBean(NetSuiteSimulator.class);
            assertThat(application.getEnvironment().getProperty("camel.component.netsuite.account-id"))
                    .isEqualTo("1234567_SB1");
        }

        assertThatThrownBy(() -> new Socket(
                                simulator.suiteTalkAddress().getAddress(),
                                simulator.suiteTalkAddress().getPort())
                        .close())
                .isInstanceOf(IOException.class);
    }
}
