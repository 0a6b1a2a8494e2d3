package himalia.magics.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Magics that cells make for the cells after them.
 *
 * <pre>{@code
 * OwnMagics.line("shout", words -> String.join(" ", words).toUpperCase());
 * }</pre>
 *
 * <p>Every word of the line is a text. One that was made in a process that is gone is made again by its cell.
 */
public final class OwnMagics {
    private static final Map<String, Line> LINES = new ConcurrentHashMap<>();
    private static final Map<String, Cell> CELLS = new ConcurrentHashMap<>();

    private OwnMagics() {}

    /** What {@code %name words} does. */
    @FunctionalInterface
    public interface Line {
        @Nullable Object run(List<String> words) throws Exception;
    }

    /** What {@code %%name words} above a body does. */
    @FunctionalInterface
    public interface Cell {
        @Nullable Object run(List<String> words, String body) throws Exception;
    }

    /** Makes {@code %name}, in place of what had the name before. */
    public static void line(String name, Line magic) {
        register(name, false);
        LINES.put(name, magic);
    }

    /** Makes {@code %%name}, in place of what had the name before. */
    public static void cell(String name, Cell magic) {
        register(name, true);
        CELLS.put(name, magic);
    }

    private static void register(String name, boolean cell) {
        if (!name.matches("[A-Za-z]\\w*")) {
            throw new MagicException(
                    "a magic's name is made of letters, digits and _, got '" + name + "'");
        }
        CurrentNotebook.get().ask("magic", Map.of("name", name, "cell", cell));
    }

    static Optional<Line> findLine(String name) {
        return Optional.ofNullable(LINES.get(name));
    }

    static Optional<Cell> findCell(String name) {
        return Optional.ofNullable(CELLS.get(name));
    }
}
