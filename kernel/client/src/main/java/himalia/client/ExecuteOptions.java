package himalia.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a cell is run.
 *
 * <pre>{@code
 * ExecuteOptions.DEFAULT.withTimeout(Duration.ofSeconds(60)).withInput((prompt, password) -> "Ada")
 * }</pre>
 *
 * @param silent leaves no trace: no output, no number, no history
 * @param storeHistory counts, and is remembered
 * @param userExpressions evaluated after the cell, by name
 * @param stopOnError drops the requests that wait behind it if it fails
 * @param timeout after so long the cell is interrupted; zero means never
 * @param source types what the cell asks for; without one, asking is forbidden
 */
public record ExecuteOptions(
        boolean silent,
        boolean storeHistory,
        Map<String, String> userExpressions,
        boolean stopOnError,
        Duration timeout,
        @Nullable InputSource source) {
    /** As a notebook runs a cell, without a limit and without input. */
    public static final ExecuteOptions DEFAULT =
            new ExecuteOptions(false, true, Map.of(), true, Duration.ZERO, null);

    public ExecuteOptions {
        userExpressions = Map.copyOf(userExpressions);
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, got " + timeout);
        }
    }

    /** Returns these options, leaving no trace or some. */
    public ExecuteOptions withSilent(boolean other) {
        return new ExecuteOptions(
                other, storeHistory, userExpressions, stopOnError, timeout, source);
    }

    /** Returns these options, remembered or not. */
    public ExecuteOptions withStoreHistory(boolean other) {
        return new ExecuteOptions(silent, other, userExpressions, stopOnError, timeout, source);
    }

    /** Returns these options with other expressions to evaluate. */
    public ExecuteOptions withUserExpressions(Map<String, String> other) {
        return new ExecuteOptions(silent, storeHistory, other, stopOnError, timeout, source);
    }

    /** Returns these options, stopping those that wait or not. */
    public ExecuteOptions withStopOnError(boolean other) {
        return new ExecuteOptions(silent, storeHistory, userExpressions, other, timeout, source);
    }

    /** Returns these options with another limit. */
    public ExecuteOptions withTimeout(Duration other) {
        return new ExecuteOptions(
                silent, storeHistory, userExpressions, stopOnError, other, source);
    }

    /** Returns these options with somebody who types. */
    public ExecuteOptions withInput(InputSource other) {
        return new ExecuteOptions(
                silent, storeHistory, userExpressions, stopOnError, timeout, other);
    }

    /** Returns who types what the cell asks for, if anybody does. */
    public Optional<InputSource> input() {
        return Optional.ofNullable(source);
    }
}
