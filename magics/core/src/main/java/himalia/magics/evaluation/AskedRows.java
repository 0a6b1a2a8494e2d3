package himalia.magics.evaluation;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.sampling.drawing.SimpleRandomSample;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The rows that a model is explained on.
 *
 * @param table where they are
 * @param drawn draws some of them; null for all
 */
record AskedRows(Table table, @Nullable SimpleRandomSample drawn) {
    static AskedRows of(
            @Nullable Table table, @Nullable Integer rows, long seed, ExplainedBy what) {
        if (table == null) {
            if (what == ExplainedBy.TREE) {
                return new AskedRows(Table.create(), null);
            }
            throw new MagicException(
                    "%%explain: --what %s asks the model for rows; name a table, as in --on test"
                            .formatted(what));
        }
        if (rows != null && rows < 1) {
            throw new MagicException(
                    "%%explain: --rows must be at least 1, got %d; leave it out for all"
                            .formatted(rows));
        }
        return rows == null || rows >= table.rowCount()
                ? new AskedRows(table, null)
                : new AskedRows(table, new SimpleRandomSample(rows, seed));
    }

    Table rows() {
        return drawn == null ? table : drawn.draw(table).table();
    }

    String java(JavaText java) {
        return drawn == null
                ? java.list(table)
                : java.of(drawn) + ".draw(" + java.list(table) + ").table()";
    }
}
