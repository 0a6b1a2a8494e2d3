package himalia.features.leakage;

import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Which rows of some tables something has learnt from. A table that holds none but rows which another one has, too, is not where it
 * learnt: what a step has made of zeros may equal a row as it was.
 */
final class KnownRows {
    private final Fitted each;
    private final List<Table> tables;

    /** Which rows of each table where it learnt; fingerprints of a table are taken once. */
    private final Map<Table, boolean[]> sources = new IdentityHashMap<>();

    KnownRows(Fitted each, List<Table> tables) {
        this.each = each;
        this.tables = tables;
        lookUp();
    }

    /** Returns the rows of one of the tables, by its place. */
    boolean[] of(int place) {
        var table = tables.get(place);
        var known = sources.get(table);
        return known == null ? new boolean[table.rowCount()] : known;
    }

    /** Returns the rows of any table, as they stand. */
    boolean[] in(Table table) {
        var rows = each.provenance().rows();
        return rows.areKnown() && table.columnNames().containsAll(rows.columns())
                ? rows.in(table)
                : new boolean[table.rowCount()];
    }

    private void lookUp() {
        record Source(Table table, boolean[] known, LongOpenHashSet rows) {}
        var all =
                tables.stream()
                        .map(
                                table -> {
                                    var known = in(table);
                                    return new Source(table, known, hashes(table, known));
                                })
                        .filter(source -> !source.rows().isEmpty())
                        .sorted(
                                Comparator.comparingInt((Source source) -> source.rows().size())
                                        .reversed())
                        .toList();
        var found = new LongOpenHashSet();
        for (var source : all) {
            long more = source.rows().longStream().filter(row -> !found.contains(row)).count();
            if (2 * more >= source.rows().size()) {
                sources.put(source.table(), source.known());
                found.addAll(source.rows());
            }
        }
    }

    private LongOpenHashSet hashes(Table table, boolean[] known) {
        var hashes = new LongOpenHashSet();
        if (IntStream.range(0, known.length).anyMatch(row -> known[row])) {
            var all = RowFingerprints.ofEach(table, each.provenance().rows().columns());
            IntStream.range(0, known.length)
                    .filter(row -> known[row])
                    .forEach(row -> hashes.add(all[row]));
        }
        return hashes;
    }
}
