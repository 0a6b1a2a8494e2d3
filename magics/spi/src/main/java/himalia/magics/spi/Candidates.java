package himalia.magics.spi;

import java.util.List;

/**
 * Tells values that a parameter may have, as the notebook stands: the columns of a table, what is in a store. The field
 * of the parameter names it by {@link ValuesFrom}.
 *
 * <p>It is asked while somebody types: it answers within a few milliseconds, changes nothing, and calls nothing that the
 * user wrote. Later than half a second nobody hears it.
 */
public interface Candidates {
    /** Returns the values, whatever the last word begins with. */
    List<String> of(LineSoFar line) throws Exception;
}
