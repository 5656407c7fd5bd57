package io.github.camelnetsuite.diagnostics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check found. Immutable; holds no secret.
 *
 * @param step the check
 * @param level how it ended
 * @param seen what was seen; for a skipped check, why it was skipped
 * @param meaning what that means; null when that is plain
 * @param action what to do; null when there is nothing to do
 * @param where the page in NetSuite to do it on; null when it is not done there
 * @param candidates possible causes, most likely first, where NetSuite's answer does not tell them apart; often empty
 */
public record Finding(
        CheckStep step,
        Level level,
        String seen,
        @Nullable String meaning,
        @Nullable String action,
        @Nullable String where,
        List<Candidate> candidates) {

    public Finding {
        candidates = List.copyOf(candidates);
    }

    static Finding ok(CheckStep step, String seen) {
        return of(step, Level.OK, seen);
    }

    static Finding skipped(CheckStep step, String reason) {
        return of(step, Level.SKIPPED, reason);
    }

    static Finding of(CheckStep step, Level level, String seen) {
        return new Finding(step, level, seen, null, null, null, List.of());
    }

    Finding means(String text) {
        return new Finding(step, level, seen, text, action, where, candidates);
    }

    Finding act(String text) {
        return new Finding(step, level, seen, meaning, text, where, candidates);
    }

    Finding at(@Nullable String place) {
        return new Finding(step, level, seen, meaning, action, place, candidates);
    }

    Finding suspecting(List<Candidate> causes) {
        return new Finding(step, level, seen, meaning, action, where, causes);
    }
}
