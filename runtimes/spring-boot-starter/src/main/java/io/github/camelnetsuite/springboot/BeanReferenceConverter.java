package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.token.AssertionSigner;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Takes {@code #bean:name}, or {@code #name}, for the bean of that name, in the options that are objects. For any other text it gives
 * a {@link NoReference}: Spring would show the text of a conversion that failed, and it may be a key in the wrong place.
 */
final class BeanReferenceConverter implements GenericConverter {

    /** What came of text that names no bean. */
    interface NoReference {}

    private static final Map<Class<?>, Supplier<Object>> TYPES = Map.of(
            KeyStoreParameters.class, NoStore::new,
            AssertionSigner.class, NoSigner::new,
            NetSuiteConfiguration.class, NoConfiguration::new);

    private static final Set<ConvertiblePair> PAIRS = TYPES.keySet().stream()
            .map(type -> new ConvertiblePair(String.class, type))
            .collect(Collectors.toUnmodifiableSet());

    private final BeanFactory beans;

    BeanReferenceConverter(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return PAIRS;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String reference = source == null ? "" : source.toString();
        if (reference.isBlank()) {
            return null;
        }
        if (!reference.startsWith("#")) {
            return TYPES.getOrDefault(targetType.getType(), NoConfiguration::new)
                    .get();
        }
        String name = reference.substring(reference.startsWith("#bean:") ? "#bean:".length() : 1);
        return beans.getBean(name, targetType.getType());
    }

    private static final class NoStore extends KeyStoreParameters implements NoReference {}

    private static final class NoConfiguration extends NetSuiteConfiguration implements NoReference {}

    private static final class NoSigner implements AssertionSigner, NoReference {

        @Override
        public byte[] sign(SigningKey key, byte[] signingInput) {
            throw new IllegalStateException("No bean signs here");
        }
    }
}
