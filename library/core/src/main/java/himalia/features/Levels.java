package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
        return of(column, LevelCodes.of(column));
    }

    /** Returns those of a column whose codes are known already. */
    static Levels of(Column<?> column, LevelCodes codes) {
        return new Levels(Tables.sorted(codes.levels(), column), codes.hasMissing());
    }

    /** Returns how many there are, with that of the missing ones. */
    int count() {
        return values.size() + (hasMissing ? 1 : 0);
    }

    /** Returns the place of each row's level. */
    int[] places(Column<?> column) {
        return places(LevelCodes.of(column));
    }

    /** Returns the place of each row's level, of a column whose codes are known already. */
    int[] places(LevelCodes codes) {
        Map<String, Integer> places = new HashMap<>();
        for (var value : values) {
            places.put(value, places.size());
        }
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
        checkDiffer(feature, numbers);
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

    /** Refuses keys of more digits than a double has, of which two would be one there. */
    private static void checkDiffer(Feature feature, double[] numbers) {
        if (Arrays.stream(numbers).distinct().count() < numbers.length) {
            throw new UnsupportedOperationException(
                    "column '%s' has levels that are one number in ONNX, whose doubles end at 2^53; make it text before, or write the model as SQL"
                            .formatted(feature.name()));
        }
    }
}
