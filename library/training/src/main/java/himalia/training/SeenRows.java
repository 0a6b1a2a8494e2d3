package himalia.training;

import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.table.RowFingerprints;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Which rows a learner has seen, table by table, so that its models can say so. */
final class SeenRows {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final List<String> columns;
    private @Nullable Part last;
    private String table = "";

    private SeenRows(List<String> columns, @Nullable Part last) {
        this.columns = columns;
        this.last = last;
    }

    /** The rows of a table behind those of the tables before: models of each moment share them. */
    private record Part(long[] hashes, @Nullable Part before, long rows) {
        long[] joined() {
            var all = new long[Math.toIntExact(rows)];
            int end = all.length;
            for (var part = this; part != null; part = part.before) {
                end -= part.hashes.length;
                System.arraycopy(part.hashes, 0, all, end, part.hashes.length);
            }
            return all;
        }
    }

    static SeenRows none(Schema schema) {
        var columns =
                Stream.concat(schema.featureNames().stream(), Stream.of(schema.label()))
                        .sorted()
                        .toList();
        return new SeenRows(columns, null);
    }

    @SuppressWarnings("NullAway") // A table may have no name, which Tablesaw does not say.
    void add(Table more) {
        last = new Part(RowFingerprints.ofEach(more, columns), last, rows() + more.rowCount());
        table = more.name() == null ? "" : more.name();
    }

    long rows() {
        return last == null ? 0 : last.rows();
    }

    /** Names the table whose rows came last; of more rows than an array holds nobody knows. */
    Provenance provenance() {
        var now = last;
        if (now == null || now.rows() > MOST) {
            return Provenance.UNKNOWN;
        }
        return new Provenance(RowFingerprints.of(columns, (int) now.rows(), now::joined), table);
    }

    SeenRows copy() {
        var copy = new SeenRows(columns, last);
        copy.table = table;
        return copy;
    }
}
