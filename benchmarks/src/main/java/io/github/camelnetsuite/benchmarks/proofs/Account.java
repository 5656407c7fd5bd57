package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.camel.NetSuiteConfiguration;

/**
 * Where a simulated account is, and what its clients sign with.
 *
 * @param privateKey the key's file, as {@code file:...}
 */
record Account(
        String suiteTalkUrl,
        String restletsUrl,
        String accountId,
        String consumerKey,
        String certificateId,
        String privateKey) {

    NetSuiteConfiguration configuration() {
        NetSuiteConfiguration configuration = new NetSuiteConfiguration();
        configuration.setSuiteTalkUrl(suiteTalkUrl);
        configuration.setRestletsUrl(restletsUrl);
        configuration.setAccountId(accountId);
        configuration.setConsumerKey(consumerKey);
        configuration.setCertificateId(certificateId);
        configuration.setPrivateKey(privateKey);
        return configuration;
    }
}
