package himalia.kernel.workers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stacks of the worker's threads as they arrive over the link. */
public final class Stacks {
    private Stacks() {}

    /** Reads a list of stacks; what is none is left empty. */
    public static List<List<StackTraceElement>> read(@Nullable Object stacks) {
        return stacks instanceof List<?> all
                ? all.stream().map(Failures::frames).toList()
                : List.of();
    }
}
