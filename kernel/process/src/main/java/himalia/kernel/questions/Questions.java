package himalia.kernel.questions;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What magics may ask the kernel process, by name. */
public final class Questions {
    private final Map<String, CellAnswerer> answerers = new TreeMap<>();

    /** Answers one question. */
    public interface Answerer {
        /**
         * Answers.
         *
         * @throws IllegalArgumentException in words for the user
         */
        @Nullable Object answer(Map<String, @Nullable Object> arguments);
    }

    /** Answers one question of a cell. */
    public interface CellAnswerer {
        /**
         * Answers.
         *
         * @throws IllegalArgumentException in words for the user
         */
        @Nullable Object answer(long cell, Map<String, @Nullable Object> arguments);
    }

    /** Says who answers {@code name}. */
    public void put(String name, Answerer answerer) {
        putForCells(name, (cell, arguments) -> answerer.answer(arguments));
    }

    /** Says who answers {@code name}, knowing which cell asks. */
    public synchronized void putForCells(String name, CellAnswerer answerer) {
        answerers.put(name, answerer);
    }

    public @Nullable Object answer(
            long cell, String name, Map<String, @Nullable Object> arguments) {
        CellAnswerer answerer;
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
        return answerer.answer(cell, arguments);
    }
}
