package io.github.camelnetsuite.camelcli;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** What the script of the Camel CLI does: on its own it has no main method. */
final class CamelCli {

    private CamelCli() {}

    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
}
