package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Which rows belong to one query, so that they are put in order among each other and not among those of others.
 *
 * <pre>{@code
 * Queries.of(train, "query", "relevance").sizes()     // how many rows each has
 * }</pre>
 */
public final class Queries {
    private final int[] codes;
    private final int[] sizes;

    private Queries(int[] codes, int[] sizes) {
        this.codes = codes;
        this.sizes = sizes;
    }

    /**
     * Reads the query of each row.
     *
     * @param column names it, by anything: a number, a text, a date
     * @param label what is known of the rows
     * @throws IllegalArgumentException if there is no such column, it is the label, or a cell of it is missing
     */
    public static Queries of(Table table, String column, String label) {
        given(table, "table");
        given(label, "label");
        if (given(column, "query").equals(label)) {
            throw new IllegalArgumentException(
                    "'%s' is the label, and cannot name the query of a row, too; name another column"
                            .formatted(label));
        }
        var levels = LevelCodes.of(Tables.column(table, column));
        var codes = new int[levels.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = levels.code(row);
            if (codes[row] == LevelCodes.MISSING) {
                throw new IllegalArgumentException(
                        "row %d has no query in '%s'; fill it, or drop the row"
                                .formatted(row, column));
            }
        }
        return new Queries(codes, levels.counts());
    }

    /** Returns how many queries there are. */
    public int count() {
        return sizes.length;
    }

    /** Returns how many rows each query has, in the order in which their first rows come. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Returns the number of a row's query, from 0, in that order. */
    public int query(int row) {
        return codes[row];
    }

    /** Returns the rows of all queries, one query after the other: those of one in the order of the table. */
    public int[] order() {
        var next = starts();
        var order = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            order[next[codes[row]]++] = row;
        }
        return order;
    }

    /** Returns at which place of the order each query begins. */
    private int[] starts() {
        var starts = new int[sizes.length];
        for (int query = 1; query < starts.length; query++) {
            starts[query] = starts[query - 1] + sizes[query - 1];
        }
        return starts;
    }

    /** Returns numbers of the rows as an array for each query. */
    public double[][] apart(double[] values) {
        given(values, "values");
        var order = order();
        var apart = new double[sizes.length][];
        int start = 0;
        for (int query = 0; query < apart.length; query++) {
            int first = start;
            apart[query] =
                    IntStream.range(first, first + sizes[query])
                            .mapToDouble(place -> values[order[place]])
                            .toArray();
            start += sizes[query];
        }
        return apart;
    }

    /** Returns the rows of some queries, one query after the other, as often as they are named. */
    public int[] rows(int... queries) {
        var order = order();
        var starts = starts();
        return IntStream.of(given(queries, "queries"))
                .flatMap(query -> IntStream.range(starts[query], starts[query] + sizes[query]))
                .map(place -> order[place])
                .toArray();
    }

    /** Returns the queries of those {@linkplain #rows(int...) rows}, each time that one is named as another one. */
    public Queries drawn(int... queries) {
        int[] drawn = IntStream.of(given(queries, "queries")).map(query -> sizes[query]).toArray();
        int[] own =
                IntStream.range(0, drawn.length)
                        .flatMap(query -> IntStream.generate(() -> query).limit(drawn[query]))
                        .toArray();
        return new Queries(own, drawn);
    }

    /** Returns those of some rows, as often as they are named. */
    public Queries ofRows(int... rows) {
        var renamed = new int[sizes.length];
        var kept = new int[rows.length];
        var counts = new int[sizes.length];
        int known = 0;
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            if (renamed[code] == 0) {
                renamed[code] = ++known;
            }
            kept[i] = renamed[code] - 1;
            counts[kept[i]]++;
        }
        return new Queries(kept, IntStream.of(counts).limit(known).toArray());
    }
}
