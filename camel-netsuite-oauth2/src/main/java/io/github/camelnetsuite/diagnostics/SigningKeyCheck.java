package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningKey;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** Can the private key be read, and is it of a kind and an algorithm NetSuite accepts? */
final class SigningKeyCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.SIGNING_KEY;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.settings.privateKey == null && known.settings.keyStore == null) {
            return Optional.of("privateKey is not set.");
        }
        return Check.unless(
                known.settings.privateKey == null || known.settings.keyStore == null,
                "Both privateKey and a key store are set, so it is not clear which key to look at.");
    }

    @Override
    public Finding run(Knowledge known) {
        try {
            SigningKey key = new KeyMaterials(known).keyAlone();
            known.bareKey = key;
            known.unlikely.add("UnsupportedAlgo");
            return Finding.ok(step(), kind(key.privateKey()) + ", which signs with " + key.algorithm() + ".");
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, String.valueOf(e.getMessage()))
                    .means("No client assertion can be signed, so NetSuite is not asked for a token.")
                    .act(
                            "Correct the setting, or make a new key and certificate (netsuite keygen) and upload the certificate.")
                    .at(NetSuitePlace.MAPPINGS);
        }
    }

    private static String kind(PrivateKey key) {
        if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
            return "RSA key of " + rsa.getModulus().bitLength() + " bits";
        }
        if (key instanceof ECKey ec && ec.getParams() != null) {
            return "Key on the curve P-" + ec.getParams().getCurve().getField().getFieldSize();
        }
        return "A handle to a key";
    }
}
