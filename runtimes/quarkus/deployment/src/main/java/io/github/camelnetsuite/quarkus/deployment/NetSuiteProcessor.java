package io.github.camelnetsuite.quarkus.deployment;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import io.github.camelnetsuite.camel.auth.NetSuiteContextPlugin;
import io.github.camelnetsuite.camel.auth.NetSuiteHttpConfigurer;
import io.github.camelnetsuite.quarkus.NetSuiteReadiness;
import io.github.camelnetsuite.quarkus.NetSuiteRecorder;
import io.github.camelnetsuite.quarkus.SecretsForCamel;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import org.apache.camel.quarkus.core.deployment.spi.CamelBeanBuildItem;
import org.apache.camel.quarkus.core.deployment.spi.RuntimeCamelContextCustomizerBuildItem;
import org.apache.camel.spi.ContextServicePlugin;

/** Registers what Camel Quarkus does not find by itself in the component's jar. */
final class NetSuiteProcessor {

    static final String FEATURE = "camel-netsuite";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** It binds {@code netsuiteAuth} and {@code netsuiteHttp}. */
    @BuildStep
    ServiceProviderBuildItem contextPlugin() {
        return new ServiceProviderBuildItem(
                ContextServicePlugin.class.getName(), NetSuiteContextPlugin.class.getName());
    }

    /** Named in routes by text: as the type of a bean, or as the exception to handle. */
    @BuildStep
    ReflectiveClassBuildItem namedInRoutes() {
        return ReflectiveClassBuildItem.builder(
                        NetSuiteAuthProcessor.class.getName(),
                        NetSuiteHttpConfigurer.class.getName(),
                        NetSuiteConfiguration.class.getName(),
                        NetSuiteAccessException.class.getName(),
                        NetSuiteConfigurationException.class.getName(),
                        NetSuiteDataException.class.getName(),
                        NetSuiteUnavailableException.class.getName())
                .methods()
                .build();
    }

    @BuildStep
    CamelBeanBuildItem secretsForCamel() {
        return new CamelBeanBuildItem("netsuiteSecrets", SecretsForCamel.class.getName());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    RuntimeCamelContextCustomizerBuildItem settingsCheck(NetSuiteRecorder recorder) {
        return new RuntimeCamelContextCustomizerBuildItem(recorder.settingsCheck());
    }

    /** Used only by an application that has MicroProfile Health. */
    @BuildStep
    HealthBuildItem readiness() {
        return new HealthBuildItem(NetSuiteReadiness.class.getName(), true);
    }
}
