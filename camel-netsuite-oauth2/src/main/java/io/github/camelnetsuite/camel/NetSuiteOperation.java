package io.github.camelnetsuite.camel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a {@code netsuite:} endpoint does; in URIs the names are written in lower case. */
public enum NetSuiteOperation {
    GET(Resource.REQUIRED, false),
    LIST(Resource.REQUIRED, false),
    CREATE(Resource.REQUIRED, true),
    UPDATE(Resource.REQUIRED, true),
    UPSERT(Resource.REQUIRED, true),
    DELETE(Resource.REQUIRED, true),
    TRANSFORM(Resource.REQUIRED, true),
    ATTACH(Resource.REQUIRED, true),
    DETACH(Resource.REQUIRED, true),
    ACTION(Resource.REQUIRED, true),
    SUITEQL(Resource.NONE, false),
    RESTLET(Resource.REQUIRED, false),
    INFO(Resource.REQUIRED, false),
    TOKEN(Resource.NONE, false),
    ASSERTION(Resource.NONE, false);

    private enum Resource {
        REQUIRED,
        NONE
    }

    private final Resource resource;
    private final boolean write;

    NetSuiteOperation(Resource resource, boolean write) {
        this.resource = resource;
        this.write = write;
    }

    /**
     * The operation of this name, in any case.
     *
     * @throws IllegalArgumentException naming the operations there are, when there is none
     */
    public static NetSuiteOperation parse(String name) {
        for (NetSuiteOperation operation : values()) {
            if (operation.name().equalsIgnoreCase(name)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("netsuite:" + name + " names no operation. There are: "
                + Arrays.stream(values()).map(NetSuiteOperation::toString).collect(Collectors.joining(", ")) + ".");
    }

    boolean takesResource() {
        return resource == Resource.REQUIRED;
    }

    boolean writes() {
        return write;
    }

    /** Whether its body is a record, whose fields can be read back. */
    boolean takesFields() {
        return this == CREATE || this == UPDATE || this == UPSERT || this == TRANSFORM;
    }

    /** The name as it stands in a URI. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
