package himalia.worker;

import himalia.link.question.RequestIdQuestion;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;

/**
 * Starts of processes by the user's code. One that inherits our streams writes past the link, so what the cell printed
 * before is with the kernel before it starts.
 */
public final class Launches {
    /** In milliseconds. */
    private static final long PATIENCE = 500;

    private static volatile @Nullable Runnable flush;

    private Launches() {}

    static void connect(KernelQuestions kernel, CellOutput output) {
        flush =
                () -> {
                    output.send();
                    // The link keeps the order: what was said before an answer has been heard.
                    kernel.ask(new RequestIdQuestion(), PATIENCE);
                };
    }

    /** Starts a process in place of {@link ProcessBuilder#start()}. */
    public static Process start(ProcessBuilder builder) throws IOException {
        var first = flush;
        if (first != null
                && (builder.redirectOutput() == Redirect.INHERIT
                        || builder.redirectError() == Redirect.INHERIT)) {
            first.run();
        }
        return builder.start();
    }
}
