package io.github.camelnetsuite.credentials;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The three curves NetSuite accepts, compared by their numbers, so that explicit parameters cannot pose as a named curve. */
final class EcCurves {

    private static final Map<KeyType, ECParameterSpec> SPECS = specs();

    private EcCurves() {}

    static ECParameterSpec spec(KeyType type) {
        return Objects.requireNonNull(SPECS.get(type), type.label());
    }

    static Optional<KeyType> typeOf(ECParameterSpec params) {
        return SPECS.entrySet().stream()
                .filter(known -> same(known.getValue(), params))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean same(ECParameterSpec one, ECParameterSpec other) {
        return one.getCurve().getField().equals(other.getCurve().getField())
                && one.getCurve().getA().equals(other.getCurve().getA())
                && one.getCurve().getB().equals(other.getCurve().getB())
                && one.getGenerator().equals(other.getGenerator())
                && one.getOrder().equals(other.getOrder())
                && one.getCofactor() == other.getCofactor();
    }

    private static Map<KeyType, ECParameterSpec> specs() {
        var specs = new EnumMap<KeyType, ECParameterSpec>(KeyType.class);
        specs.put(KeyType.P_256, named("secp256r1"));
        specs.put(KeyType.P_384, named("secp384r1"));
        specs.put(KeyType.P_521, named("secp521r1"));
        return specs;
    }

    private static ECParameterSpec named(String curve) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks the curve " + curve + ", which Java 17 requires", e);
        }
    }
}
