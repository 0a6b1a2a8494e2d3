package himalia.magics.spi;

import himalia.display.bundle.DisplayHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running notebook, as a magic sees it. */
public interface Notebook {
    /** Shows a value below the cell. */
    DisplayHandle display(@Nullable Object value);

    /** Returns the folder that relative paths start from. */
    Path directory();

    /** Returns every magic there is, by name. */
    List<MagicDescription> magics();

    /**
     * Asks the kernel process for something that only it knows or can do.
     *
     * @param request such as {@code "variables"} or {@code "maven"}
     * @param arguments texts, numbers, booleans, and lists and maps of them
     * @return the same kinds of values
     * @throws MagicException with the kernel's words where it refuses
     */
    @Nullable Object ask(String request, Map<String, ?> arguments);
}
