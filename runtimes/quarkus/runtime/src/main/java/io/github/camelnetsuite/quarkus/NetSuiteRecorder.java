package io.github.camelnetsuite.quarkus;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.CamelContextCustomizer;

/** What the extension has the application do when it starts. */
@Recorder
public class NetSuiteRecorder {

    /** Checks the settings of all accounts when the Camel context starts. */
    public RuntimeValue<CamelContextCustomizer> settingsCheck() {
        return new RuntimeValue<>(context -> {
            try {
                context.addStartupListener(new SettingsCheck());
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        });
    }
}
