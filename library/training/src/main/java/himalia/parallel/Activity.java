package himalia.parallel;

/**
 * What a process of a training does at a time.
 *
 * <pre>{@code
 * run.timeline().spans().stream().filter(span -> span.activity() == Activity.WAIT)
 * }</pre>
 */
public enum Activity {
    /** It computes. */
    COMPUTE,
    /** It waits for others. */
    WAIT,
    /** It hands numbers to others. */
    SEND;

    /** Returns its name as charts and tables have it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
