package himalia.sampling;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Columns of categories; a missing cell is a category of its own.
 *
 * @param columns their names
 * @param codes by column, the place of each row's category among those of the column, which are in order
 * @param rows by column, of each category a row that has it
 */
record Categories(List<String> columns, int[][] codes, int[][] rows) {
    static Categories of(Table table, List<String> names) {
        var codes = new ArrayList<int[]>();
        var rows = new ArrayList<int[]>();
        for (var name : names) {
            read(Tables.column(table, name), codes, rows);
        }
        return new Categories(names, codes.toArray(int[][]::new), rows.toArray(int[][]::new));
    }

    private static void read(Column<?> column, List<int[]> codes, List<int[]> rows) {
        var present = new HashSet<String>();
        for (var row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row)) {
                present.add(Tables.level(column, row));
            }
        }
        var places = new HashMap<String, Integer>();
        for (var level : Tables.sorted(present, column)) {
            places.put(level, places.size());
        }
        var missing = places.size();
        var some = new int[missing + 1];
        var each = new int[column.size()];
        for (var row = column.size() - 1; row >= 0; row--) {
            boolean isMissing = Tables.isMissing(column, row);
            each[row] = isMissing ? missing : places.get(Tables.level(column, row));
            some[each[row]] = row;
        }
        codes.add(each);
        rows.add(some);
    }

    /** Returns in how many columns two rows differ. */
    int differences(int one, int other) {
        var differences = 0;
        for (var column : codes) {
            if (column[one] != column[other]) {
                differences++;
            }
        }
        return differences;
    }

    /** Returns the categories of a column that are commonest among some rows, in order. */
    int[] commonest(int column, int[] among) {
        return Commonest.of(codes[column], among);
    }

    /** Returns of each column a row that has the commonest category among some; of equally common ones, one by chance. */
    int[] drawn(int[] among, RandomGenerator random) {
        return IntStream.range(0, columns.size())
                .map(
                        column -> {
                            var candidates = commonest(column, among);
                            var place =
                                    candidates.length == 1 ? 0 : random.nextInt(candidates.length);
                            return rows[column][candidates[place]];
                        })
                .toArray();
    }
}
