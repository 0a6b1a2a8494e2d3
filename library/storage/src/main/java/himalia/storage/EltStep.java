package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.io.Serializable;
import java.util.List;

/**
 * What became of one table of a warehouse in a run.
 *
 * <pre>{@code
 * EltRun run = Elt.into(Path.of("shop.duckdb")).load("train", train).run();
 * run.steps().get(0).ran()   // false in the second run: nothing has changed
 * }</pre>
 *
 * @param table its name
 * @param isLoad whether it was loaded, and not made of others
 * @param from the files or tables that it was made of
 * @param ran whether it was made anew, because something before it has changed
 * @param rows how many rows it has
 * @param seconds how long that took, or to see that nothing had changed
 * @param changes which columns are new, gone or of another type since the last run, in words
 */
public record EltStep(
        String table,
        boolean isLoad,
        List<String> from,
        boolean ran,
        long rows,
        double seconds,
        List<String> changes)
        implements Serializable {
    public EltStep {
        given(table, "table");
        from = List.copyOf(given(from, "from"));
        changes = List.copyOf(given(changes, "changes"));
    }
}
