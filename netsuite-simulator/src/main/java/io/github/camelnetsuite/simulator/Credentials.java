package io.github.camelnetsuite.simulator;

/**
 * What an administrator hands to an integrator, and the certificate beside it.
 *
 * @param consumerKey 64 hexadecimal digits
 * @param certificateId the name NetSuite gave the certificate on upload
 * @param privateKeyPem PKCS#8, unencrypted: secret
 * @param certificatePem the certificate as uploaded
 */
public record Credentials(
        String accountId, String consumerKey, String certificateId, String privateKeyPem, String certificatePem) {

    @Override
    public String toString() {
        return "Credentials[accountId=" + accountId + ", certificateId=" + certificateId
                + ", consumerKey=<redacted>, privateKey=<redacted>]";
    }
}
