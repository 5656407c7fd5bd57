package io.github.camelnetsuite.diagnostics;

import java.util.Optional;

/** One check. It reads what earlier ones found out, and adds to it. */
interface Check {

    CheckStep step();

    /** Why it makes no sense after what is known; empty when it does. */
    Optional<String> obstacle(Knowledge known);

    Finding run(Knowledge known);

    /** An obstacle unless the condition holds. */
    static Optional<String> unless(boolean condition, String reason) {
        return condition ? Optional.empty() : Optional.of(reason);
    }
}
