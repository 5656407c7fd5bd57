package io.github.camelnetsuite.simulator.jose;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The NIST curves NetSuite takes. Told by their parameters: secp256k1 has 256 bits as well. */
public enum Curve {
    P_256("secp256r1"),
    P_384("secp384r1"),
    P_521("secp521r1");

    private final String standardName;

    Curve(String standardName) {
        this.standardName = standardName;
    }

    /** The name the JCA knows it by. */
    public String standardName() {
        return standardName;
    }

    /** The curve of a key; empty for any other curve. */
    public static Optional<Curve> of(ECPublicKey key) {
        ECParameterSpec found = key.getParams();
        return Arrays.stream(values()).filter(curve -> curve.has(found)).findFirst();
    }

    private boolean has(ECParameterSpec found) {
        ECParameterSpec own = parametersOf(standardName);
        return own.getCurve().equals(found.getCurve())
                && own.getGenerator().equals(found.getGenerator())
                && own.getOrder().equals(found.getOrder());
    }

    private static ECParameterSpec parametersOf(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK does not know the curve " + name, e);
        }
    }
}
