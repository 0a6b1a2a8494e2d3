package himalia.compat;

import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.Out;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates code of a string in the scope of the notebook. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Returns the value of the last expression; null where there is none.
     *
     * @throws himalia.magics.spi.MagicException with the notebook's words where the code fails
     */
    public static @Nullable Object of(String source) {
        var slot = CurrentNotebook.get().ask("eval", Map.of("source", source));
        return slot instanceof Number number ? Out.take(number.intValue()) : null;
    }
}
