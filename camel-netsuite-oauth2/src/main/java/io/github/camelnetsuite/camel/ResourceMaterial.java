package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.credentials.KeyMaterial;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** Key material behind a Camel resource such as {@code file:} or {@code classpath:}. Looked up anew each time it is opened. */
final class ResourceMaterial implements KeyMaterial {

    /** Not {@code http:}: a key does not travel over a network on the way to its user. */
    private static final List<String> SCHEMES = List.of("file:", "classpath:", "base64:", "ref:");

    private final CamelContext context;
    private final String resource;

    private ResourceMaterial(CamelContext context, String resource) {
        this.context = context;
        this.resource = resource;
    }

    /** The material an option stands for: a resource by its scheme, or else the text itself; null when it is not set. */
    static @Nullable KeyMaterial of(CamelContext context, @Nullable String option) {
        if (option == null) {
            return null;
        }
        String stripped = option.strip();
        return SCHEMES.stream().anyMatch(stripped::startsWith)
                ? new ResourceMaterial(context, stripped)
                : KeyMaterial.text(option);
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = ResourceHelper.resolveResourceAsInputStream(context, resource);
        if (in == null) {
            throw new FileNotFoundException(description() + " is not there");
        }
        return in;
    }

    @Override
    public String description() {
        // What follows base64: is the content.
        return literal() ? "base64:<redacted>" : resource;
    }

    @Override
    public boolean literal() {
        return resource.startsWith("base64:");
    }

    @Override
    public String toString() {
        return "ResourceMaterial[" + description() + "]";
    }
}
