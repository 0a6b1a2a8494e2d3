package himalia.kernel.session;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What magics may ask the kernel process, by name. */
public final class Questions {
    private final Map<String, Answerer> answerers = new TreeMap<>();

    /** Answers one question. */
    public interface Answerer {
        /**
         * Answers.
         *
         * @throws IllegalArgumentException in words for the user
         */
        @Nullable Object answer(Map<String, @Nullable Object> arguments);
    }

    /** Says who answers {@code name}. */
    public synchronized void put(String name, Answerer answerer) {
        answerers.put(name, answerer);
    }

    @Nullable Object answer(String name, Map<String, @Nullable Object> arguments) {
        Answerer answerer;
        synchronized (this) {
            answerer = answerers.get(name);
            if (answerer == null) {
                throw new IllegalArgumentException(
                        "the kernel cannot be asked for '"
                                + name
                                + "'; it answers "
                                + answerers.keySet());
            }
        }
        return answerer.answer(arguments);
    }
}
