package himalia.kernel.workers;

import himalia.display.bundle.MimeBundle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears what cells print, show and ask. Called on threads of the link: long work is handed over. */
public interface WorkerListener {
    /** Text of a stream ({@code stdout}, {@code stderr}); cell 0 where it is not known whose. */
    void stream(long cell, String name, String text);

    /** A bundle, with the id it can be updated by. */
    void display(long cell, MimeBundle bundle, Optional<String> id, boolean update);

    /** The cell's output is to be cleared. */
    void clear(long cell, boolean wait);

    /** A message of a comm. */
    void comm(long cell, CommEvent event);

    /** The worker is gone, and with it whatever lived in it. */
    void lost();

    /**
     * Asks the person in front of the notebook for a line; called on a thread that may wait.
     *
     * @throws IllegalStateException in words, where nobody can be asked
     */
    String input(long cell, String prompt, boolean password) throws InterruptedException;

    /**
     * Answers what only the kernel process knows; called on a thread that may wait.
     *
     * @throws IllegalArgumentException in words for the user
     */
    @Nullable Object ask(long cell, String request, Map<String, @Nullable Object> arguments);
}
