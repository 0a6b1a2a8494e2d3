package himalia.kernel.questions;

import himalia.link.LinkMessage;
import himalia.link.question.Question;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the worker may ask the kernel process, and who answers. */
public final class Questions {
    private final Map<String, Answerer<LinkMessage>> answerers = new TreeMap<>();

    /**
     * Answers one question.
     *
     * @param <Q> the question
     */
    public interface Answerer<Q> {
        /**
         * Answers.
         *
         * @param cell which cell asks
         * @throws IllegalArgumentException in words for the user
         */
        @Nullable Object answer(long cell, Q question);
    }

    /** Says who answers what {@code read} makes of the questions called {@code name}. */
    public synchronized <Q extends Question> void put(
            String name, Function<LinkMessage, Q> read, Answerer<Q> answerer) {
        answerers.put(name, (cell, asked) -> answerer.answer(cell, read.apply(asked)));
    }

    /** Answers a question of a cell. */
    public @Nullable Object answer(
            long cell, String name, Map<String, @Nullable Object> arguments) {
        Answerer<LinkMessage> answerer;
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
        return answerer.answer(cell, new LinkMessage(name, arguments));
    }
}
