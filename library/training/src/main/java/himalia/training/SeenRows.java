package himalia.training;

import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Which rows a learner has seen, table by table, so that its models can say so. */
final class SeenRows {
    private final List<String> columns;
    private final List<long[]> parts;
    private String table = "";
    private int rows;

    private SeenRows(List<String> columns, List<long[]> parts) {
        this.columns = columns;
        this.parts = parts;
    }

    static SeenRows none(Schema schema) {
        var columns =
                Stream.concat(schema.featureNames().stream(), Stream.of(schema.label()))
                        .sorted()
                        .toList();
        return new SeenRows(columns, new ArrayList<>());
    }

    @SuppressWarnings("NullAway") // A table may have no name, which Tablesaw does not say.
    void add(Table more) {
        parts.add(RowFingerprints.ofEach(more, columns));
        rows += more.rowCount();
        table = more.name() == null ? "" : more.name();
    }

    long rows() {
        return rows;
    }

    /** Names the table whose rows came last. */
    Provenance provenance() {
        var hashes = parts.stream().flatMapToLong(Arrays::stream).toArray();
        return new Provenance(RowFingerprints.of(columns, rows, hashes), table);
    }

    SeenRows copy() {
        var copy = new SeenRows(columns, new ArrayList<>(parts));
        copy.rows = rows;
        copy.table = table;
        return copy;
    }
}
