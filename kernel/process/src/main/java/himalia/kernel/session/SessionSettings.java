package himalia.kernel.session;

/**
 * What a session is told from outside.
 *
 * @param version of the kernel
 * @param startup the user's own code before the first cell
 * @param limit how long a cell may take
 */
public record SessionSettings(String version, Startup startup, TimeLimit limit) {}
