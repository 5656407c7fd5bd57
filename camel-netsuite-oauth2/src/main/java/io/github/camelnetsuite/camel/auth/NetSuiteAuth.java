package io.github.camelnetsuite.camel.auth;

/** Authentication for Java routes: {@code .process(netsuiteAuth())}. */
public final class NetSuiteAuth {

    /** Name of the processor in the registry. */
    public static final String PROCESSOR = "netsuiteAuth";

    /** Name of the HTTP client configurer in the registry. */
    public static final String HTTP = "netsuiteHttp";

    private NetSuiteAuth() {}

    /** Puts the access token of the component's own account, or of the one in the header, on the message. */
    public static NetSuiteAuthProcessor netsuiteAuth() {
        return new NetSuiteAuthProcessor();
    }

    /** Puts the access token of this account on the message, unless the header names another. */
    public static NetSuiteAuthProcessor netsuiteAuth(String account) {
        NetSuiteAuthProcessor processor = new NetSuiteAuthProcessor();
        processor.setAccount(account);
        return processor;
    }

    /** Makes camel-http authenticate itself with the account that owns the host called. */
    public static NetSuiteHttpConfigurer netsuiteHttp() {
        return new NetSuiteHttpConfigurer();
    }

    /** Makes camel-http authenticate itself with this account. */
    public static NetSuiteHttpConfigurer netsuiteHttp(String account) {
        NetSuiteHttpConfigurer configurer = new NetSuiteHttpConfigurer();
        configurer.setAccount(account);
        return configurer;
    }
}
