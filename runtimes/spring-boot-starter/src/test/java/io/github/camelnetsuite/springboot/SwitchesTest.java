package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Each part can be left out. */
@Timeout(120)
class SwitchesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(TestApplication.class);

    @Test
    void theHealthContributorCanBeSwitchedOff() {
        application
                .withPropertyValues("management.health.netsuite.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("netsuiteHealthContributor")
                        .hasBean("netsuiteSanitizingFunction"));
    }

    @Test
    void withTheComponentSwitchedOffThereIsNothing() {
        application.withPropertyValues("camel.component.netsuite.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean("netsuiteAuth")
                .doesNotHaveBean("netsuiteHealthContributor")
                .doesNotHaveBean("netsuiteSanitizingFunction"));
    }
}
