package himalia_cells;

import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.MagicCatalog;
import himalia.magics.spi.Out;
import himalia.magics.spi.SqlBody;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel's rewritten cells call.
 *
 * <pre>{@code
 * %sample smote --label y train
 *   becomes
 * (tech.tablesaw.api.Table) himalia_cells.Call.line("sample", "smote", "--label", "y",
 *     himalia_cells.Call.value("train", train))
 * }</pre>
 */
public final class Call extends CurrentNotebook {
    private Call() {}

    /** Returns the value that cell {@code count} showed. */
    public static @Nullable Object out(int count) {
        return Out.get(count);
    }

    /** Marks a word of a line that is {@code null}. */
    public static MagicCatalog.Value none(String source) {
        return value(source, (Object) null);
    }

    /** Returns what a cell of SQL adds its pieces to. */
    public static SqlBody sql() {
        return new SqlBody();
    }

    /** Returns the text of pieces: a constant has 65,535 bytes at most. */
    public static String text(String... pieces) {
        return String.join("", pieces);
    }
}
