package himalia.features.leakage;

import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Who reads few columns, of few values, knows test rows again that it has never seen: they are equal, in these columns, to rows that
 * it has learnt from. All columns together seldom are, and those that are stand in the report as rows of both tables.
 */
final class ChanceRows {
    private final Fitted fitted;
    private final Table train;
    private final Table test;
    private final List<Table> origins;
    private final String label;

    ChanceRows(Fitted fitted, Table train, Table test, List<Table> origins, String label) {
        this.fitted = fitted;
        this.train = train;
        this.test = test;
        this.origins = origins;
        this.label = label;
    }

    private List<String> columns() {
        return fitted.provenance().rows().columns();
    }

    /** Returns whether it reads a part of the features only. */
    boolean areFew() {
        long read = columns().stream().filter(name -> !name.equals(label)).count();
        int all = test.columnCount() - (test.containsColumn(label) ? 1 : 0);
        return fitted.provenance().rows().areKnown() && read < all;
    }

    /** Returns, of test rows that it knows, those that chance does not explain. */
    List<Integer> certain(List<Integer> known) {
        if (!areFew()) {
            return known;
        }
        boolean canCompare =
                train.columnNames().containsAll(columns())
                        && test.columnNames().containsAll(columns());
        if (canCompare) {
            var learnt = new LongOpenHashSet(RowFingerprints.ofEach(train, columns()));
            var asked = RowFingerprints.ofEach(test, columns());
            boolean isKnownByTrain = fitted.provenance().rows().countIn(train) > 0;
            if (isKnownByTrain) {
                return known.stream().filter(row -> !learnt.contains(asked[row])).toList();
            }
        }
        return fitTrain() || isChance() ? List.of() : known;
    }

    /** Where tables hold what steps have made, the tables that they were made from are asked, of who has not learnt from as many rows as train has. */
    private boolean isChance() {
        var knowing =
                Stream.concat(Stream.of(test), origins.stream())
                        .filter(table -> table.containsColumn(label))
                        .filter(table -> fitted.provenance().seenIn(table) > 0)
                        .toList();
        return !knowing.isEmpty()
                && knowing.stream()
                        .allMatch(table -> fitted.provenance().learntFrom(table, label) == 0);
    }

    /** Returns whether it has learnt from as many rows as the training table has, and the test table has not. */
    boolean fitTrain() {
        int rows = fitted.provenance().rows().rows();
        return rows == train.rowCount() && rows != test.rowCount();
    }
}
