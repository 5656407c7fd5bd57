package io.github.camelnetsuite.diagnostics;

/** How a check ended. */
public enum Level {
    /** As it should be. */
    OK,
    /** Works, or may work, but is unusual. */
    HINT,
    /** Something does not work, or soon will not; logging in does. */
    WARN,
    /** NetSuite cannot be used like this. */
    FAIL,
    /** Not looked at; the finding says why. */
    SKIPPED
}
