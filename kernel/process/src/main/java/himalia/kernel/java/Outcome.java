package himalia.kernel.java;

import himalia.display.bundle.MimeBundle;
import java.util.List;
import java.util.Optional;

/** How a cell ended. */
public sealed interface Outcome {
    /**
     * It ran to its end.
     *
     * @param value what its last expression looks like, if it had one to show
     */
    record Finished(Optional<MimeBundle> value) implements Outcome {}

    /**
     * It failed.
     *
     * @param name the class of what was thrown, or the kind of failure
     * @param message its words
     * @param traceback lines for a person, with ANSI colours
     * @param interrupted whether the user ended it
     */
    record Failed(String name, String message, List<String> traceback, boolean interrupted)
            implements Outcome {
        /** What a failure leaves, unless it says otherwise. */
        public static final String KEPT = "Variables and declarations are kept.";

        public Failed {
            traceback = List.copyOf(traceback);
        }
    }
}
