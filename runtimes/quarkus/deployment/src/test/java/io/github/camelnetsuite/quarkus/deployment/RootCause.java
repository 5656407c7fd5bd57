package io.github.camelnetsuite.quarkus.deployment;

/** What an application that did not start says last. Its exceptions are of another class loader, so they are compared as text. */
final class RootCause {

    private RootCause() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
