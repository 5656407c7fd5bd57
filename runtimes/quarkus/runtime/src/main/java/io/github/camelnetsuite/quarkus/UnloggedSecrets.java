package io.github.camelnetsuite.quarkus;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import io.smallrye.config.SecretKeys;
import jakarta.annotation.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the component's secrets to the log of {@code quarkus.config.log.values}, which tries each value with secrets locked before
 * it prints it, and prints {@code secret} when it is refused. Immutable.
 */
@Priority(Priorities.PLATFORM)
public final class UnloggedSecrets implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (SecretKeys.isLocked() && SecretOptions.include(name)) {
            throw new SecurityException("The value of " + name + " is a secret");
        }
        return context.proceed(name);
    }
}
