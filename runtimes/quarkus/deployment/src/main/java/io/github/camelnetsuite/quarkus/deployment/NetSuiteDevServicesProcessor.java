package io.github.camelnetsuite.quarkus.deployment;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Gives an application in dev or test mode a simulated NetSuite account when it has none of its own. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
final class NetSuiteDevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(NetSuiteDevServicesProcessor.class);

    @BuildStep
    void simulatedAccount(NetSuiteConfig config, BuildProducer<DevServicesResultBuildItem> devServices) {
        if (!config.devservices().enabled() || AccountProperties.anyIn(ConfigProvider.getConfig())) {
            return;
        }
        devServices.produce(DevServicesResultBuildItem.<SimulatedAccount>owned()
                .feature(NetSuiteProcessor.FEATURE)
                .description("A simulated NetSuite account")
                // The same whatever else changes, so that a live reload finds the records it has made.
                .serviceConfig("simulator")
                .startable(SimulatedAccount::new)
                .postStartHook(NetSuiteDevServicesProcessor::announce)
                .configProvider(SimulatedAccount.options())
                .build());
    }

    private static void announce(SimulatedAccount account) {
        LOG.infof(
                "Dev Services: no NetSuite account is configured, so a simulated one was started: account %s at %s. Set"
                        + " camel.component.netsuite.accountId, consumerKey, certificateId and privateKey for a real one;"
                        + " quarkus.netsuite.devservices.enabled=false starts none.",
                account.accountId(), account.getConnectionInfo());
    }
}
