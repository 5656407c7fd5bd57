package io.github.camelnetsuite.quarkus;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import io.smallrye.config.SecretKeys;
import jakarta.annotation.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Gives the component's secrets to nobody but those who unlock them, so that whatever lists the configuration, such as the Dev UI,
 * finds no value. SmallRye's own secret keys would make such a list fail, and know fixed names only. Immutable.
 */
@Priority(Priorities.APPLICATION)
public final class HiddenSecrets implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return SecretKeys.isLocked() && SecretOptions.include(name) ? null : context.proceed(name);
    }
}
