package himalia.worker;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a throwable says of itself. Its methods may be the user's own, or a mock's: what gives nothing, or throws, must not
 * hide the throwable.
 */
final class SelfReport {
    private SelfReport() {}

    /** Returns its frames; none where it has none to give. */
    static StackTraceElement[] stack(Throwable thrown) {
        var own = said(thrown::getStackTrace);
        return own == null
                ? new StackTraceElement[0]
                : Stream.of(own).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
    }

    /** Returns what caused it; null where nothing did, or it does not say. */
    static @Nullable Throwable cause(Throwable thrown) {
        return said(thrown::getCause);
    }

    /** Returns its text, or its class where it has none. */
    static String text(Throwable thrown) {
        var own = said(thrown::toString);
        return own == null ? thrown.getClass().getName() : own;
    }

    /** Whether it is of the user's throwable, and not of the cell, that an answer fails. */
    static boolean isItsOwn(Throwable failure) {
        return !(failure instanceof CellInterrupted || failure instanceof OutOfMemoryError);
    }

    private static <T> @Nullable T said(Callable<@Nullable T> question) {
        try {
            return question.call();
        } catch (Throwable failure) {
            if (!isItsOwn(failure)) {
                throw (Error) failure;
            }
            return null;
        }
    }
}
