package himalia.features;

import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.columns.Column;

/**
 * The values of a category among the rows to learn from.
 *
 * @param values the levels as texts: numbers in the order of numbers, all else in that of texts
 * @param hasMissing whether some rows miss one, which is a level of its own, the last
 */
record Levels(List<String> values, boolean hasMissing) {
    /** The place of a level that was in no row to learn from. */
    static final int UNKNOWN = -1;

    Levels {
        values = List.copyOf(values);
    }

    static Levels of(Column<?> column) {
        var codes = LevelCodes.of(column);
        return new Levels(Tables.sorted(codes.levels(), column), codes.hasMissing());
    }

    /** Returns how many there are, with that of the missing ones. */
    int count() {
        return values.size() + (hasMissing ? 1 : 0);
    }

    /** Returns the place of each row's level. */
    int[] places(Column<?> column) {
        Map<String, Integer> places = new HashMap<>();
        for (var value : values) {
            places.put(value, places.size());
        }
        var codes = LevelCodes.of(column);
        var levels = codes.levels();
        var known = new int[levels.size()];
        for (int code = 0; code < known.length; code++) {
            known[code] = places.getOrDefault(levels.get(code), UNKNOWN);
        }
        return codes.numbers(known, hasMissing ? values.size() : UNKNOWN);
    }

    /** Returns how many rows have each. */
    int[] counts(int[] places) {
        var counts = new int[count()];
        for (int place : places) {
            counts[place]++;
        }
        return counts;
    }
}
