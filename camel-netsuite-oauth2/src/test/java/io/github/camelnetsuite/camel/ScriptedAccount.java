package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import org.apache.camel.CamelContext;

/** Points a component at a server that answers by script, with the credentials of a simulator. */
public final class ScriptedAccount {

    private ScriptedAccount() {}

    public static NetSuiteConfiguration configure(
            CamelContext context, NetSuiteSimulator simulator, ScriptedHosts server) {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(simulator);
        configuration.setSuiteTalkUrl(server.url());
        configuration.setRestletsUrl(server.url());
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);
        return configuration;
    }
}
