package himalia.kernel.session;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a session is told from outside.
 *
 * @param version of the kernel
 * @param startup the user's own code before the first cell
 * @param limit how long a cell may take
 * @param directory the folder that magics start from at the moment
 */
public record SessionSettings(
        String version, Startup startup, TimeLimit limit, Supplier<Path> directory) {}
