package himalia.javac;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The compiler itself failed, over a source that it should have compiled or refused. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Broken(Throwable cause) {
        super(cause);
    }

    /** A step of the compiler. */
    @FunctionalInterface
    interface Step<T> {
        T take() throws IOException;
    }

    /** Takes a step; where the compiler fails in it, that is told from what its caller does wrong. */
    static <T> T orTold(Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read or written", e);
        } catch (RuntimeException | AssertionError e) {
            if (e.getCause() instanceof StackOverflowError deep) {
                // A source too deep for it: of the parser's it says so wrapped.
                throw deep;
            }
            throw new Broken(e);
        }
    }
}
