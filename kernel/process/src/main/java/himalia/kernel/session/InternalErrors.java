package himalia.kernel.session;

import himalia.kernel.protocol.content.Failure;
import java.util.List;

/** What is told where the kernel itself fails. */
final class InternalErrors {
    private static final System.Logger LOG = System.getLogger("himalia.session");

    private InternalErrors() {}

    /** Says that a request asks for what there is not. */
    static Failure refused(IllegalArgumentException thrown) {
        return Failure.of(thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()));
    }

    /** Says that something of ours went wrong, so that nobody looks for it in the cell. */
    static Failure of(Throwable thrown) {
        var words = thrown.toString();
        return new Failure(
                "InternalError",
                words,
                List.of(
                        "\u001b[1;31mInternalError\u001b[0m: " + words,
                        "This is a mistake of the kernel, not of what it was asked to do; its log has the whole"
                                + " trace. Variables and declarations are kept."));
    }

    static void log(String type, Throwable thrown) {
        try {
            LOG.log(System.Logger.Level.ERROR, "a bug in " + type, thrown);
        } catch (RuntimeException | Error e) {
            // A log that fails is no reason not to answer.
            return;
        }
    }
}
