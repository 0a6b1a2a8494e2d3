package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tech.tablesaw.api.StringColumn;
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

    private static final int NOT_SEEN = -2;

    Levels {
        values = List.copyOf(values);
    }

    static Levels of(Column<?> column) {
        if (column instanceof StringColumn texts) {
            return ofTexts(texts);
        }
        var distinct = new HashSet<String>();
        boolean hasMissing = false;
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                hasMissing = true;
            } else {
                distinct.add(Tables.level(column, row));
            }
        }
        return new Levels(Tables.sorted(distinct, column), hasMissing);
    }

    /** A column of texts has a number for each; to look at those is many times as fast. */
    private static Levels ofTexts(StringColumn texts) {
        var dictionary = texts.getDictionary();
        var keys = new IntOpenHashSet();
        for (int row = 0; row < texts.size(); row++) {
            keys.add(dictionary.getKeyForIndex(row));
        }
        var distinct = new HashSet<String>();
        for (int key : keys.toIntArray()) {
            distinct.add(dictionary.getValueForKey(key));
        }
        boolean hasMissing = distinct.remove("");
        return new Levels(Tables.sorted(distinct, texts), hasMissing);
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
        int missing = hasMissing ? values.size() : UNKNOWN;
        var found = new int[column.size()];
        if (column instanceof StringColumn texts) {
            var dictionary = texts.getDictionary();
            var known = new Int2IntOpenHashMap();
            for (int row = 0; row < found.length; row++) {
                int key = dictionary.getKeyForIndex(row);
                int place = known.getOrDefault(key, NOT_SEEN);
                if (place == NOT_SEEN) {
                    var text = dictionary.getValueForKey(key);
                    place = text.isEmpty() ? missing : places.getOrDefault(text, UNKNOWN);
                    known.put(key, place);
                }
                found[row] = place;
            }
            return found;
        }
        for (int row = 0; row < found.length; row++) {
            found[row] =
                    column.isMissing(row)
                            ? missing
                            : places.getOrDefault(Tables.level(column, row), UNKNOWN);
        }
        return found;
    }

    /** Returns how many rows have each. */
    int[] counts(int[] places) {
        var counts = new int[count()];
        for (int place : places) {
            counts[place]++;
        }
        return counts;
    }

    /** Returns the places in a graph; that of an unknown level is behind all others. */
    OnnxValue places(Feature feature, OnnxValue column) {
        if (column.type() == OnnxType.TEXT) {
            var texts = new ArrayList<>(values);
            if (hasMissing) {
                texts.add("");
            }
            return column.places(texts, LongStream.range(0, texts.size()).toArray(), count());
        }
        var graph = column.graph();
        var numbers =
                values.stream()
                        .mapToDouble(
                                value ->
                                        feature.type() == Feature.Type.BOOLEAN
                                                ? Boolean.parseBoolean(value) ? 1 : 0
                                                : Double.parseDouble(value))
                        .toArray();
        // Of the levels one at most is met, so what is added up is how far it is before the last
        // place.
        var distances = LongStream.range(0, numbers.length).map(place -> place - count()).toArray();
        var place =
                numbers.length == 0
                        ? column.isMissing().choose(graph.integer(count()), graph.integer(count()))
                        : column.isEqual(graph.row(numbers))
                                .as(OnnxType.INTEGER)
                                .times(graph.row(distances))
                                .sum()
                                .plus(count());
        return hasMissing ? column.isMissing().choose(graph.integer(values.size()), place) : place;
    }
}
