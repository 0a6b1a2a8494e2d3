package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.features.Standardiser;
import himalia.model.Feature;
import himalia.model.Schema;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How cells become the numbers that a block is given.
 *
 * @param shape the lengths of a row
 * @param standardiser the scale of each number, in the order of the schema; of a category mean 0 and deviation 1
 * @param codesCategories whether a category's cell becomes the place of its level, from 1, and 0 for what was in no row to learn from; else categories are refused
 */
record BlockInputs(List<Integer> shape, Standardiser standardiser, boolean codesCategories) {
    BlockInputs {
        shape = List.copyOf(shape);
    }

    /** Returns the places of the columns that are coded. */
    static List<Integer> categories(Schema schema) {
        return IntStream.range(0, schema.features().size())
                .filter(j -> schema.features().get(j).type() == Feature.Type.CATEGORY)
                .boxed()
                .toList();
    }

    /** Returns the places of the others, where columns are coded. */
    static int[] numbers(Schema schema) {
        var coded = categories(schema);
        return IntStream.range(0, schema.features().size())
                .filter(j -> !coded.contains(j))
                .toArray();
    }

    /** Returns the cells of all rows, on no scale yet. */
    static double[][] cells(Schema schema, Table table, String algorithm, boolean codes) {
        if (codes) {
            refuseTexts(schema, algorithm);
        }
        var coded = codes ? categories(schema) : List.<Integer>of();
        if (coded.isEmpty()) {
            return schema.completeRows(table, algorithm);
        }
        var places = numbers(schema);
        var cells = new double[Tables.given(table).rowCount()][schema.features().size()];
        if (places.length > 0) {
            var features = IntStream.of(places).mapToObj(schema.features()::get).toList();
            var columns = new Schema(features, schema.target()).completeColumns(table, algorithm);
            for (int k = 0; k < places.length; k++) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i][places[k]] = columns.get(k)[i];
                }
            }
        }
        coded.forEach(j -> code(schema.features().get(j), j, table, cells));
        return cells;
    }

    private static void refuseTexts(Schema schema, String algorithm) {
        for (var feature : schema.features()) {
            if (feature.type() == Feature.Type.TEXT) {
                throw new IllegalArgumentException(
                        "column '%1$s' holds more than %2$,d different texts, or one of its own in most rows, and %3$s learns numbers for texts that come again; leave it out with table.rejectColumns(\"%1$s\"), or put a step before it in a Pipeline that makes numbers or fewer texts of it, such as new HashingEncoder(\"%1$s\")"
                                .formatted(feature.name(), CategoryChecks.MOST, algorithm));
            }
        }
    }

    private static void code(Feature feature, int j, Table table, double[][] cells) {
        var column = Tables.column(table, feature.name());
        CategoryChecks.kind(feature, column);
        Map<String, Integer> places = new HashMap<>();
        feature.levels().forEach(level -> places.put(level, places.size() + 1));
        for (int i = 0; i < cells.length; i++) {
            cells[i][j] = column.isMissing(i) ? 0 : places.getOrDefault(column.getString(i), 0);
        }
    }

    /** Learns the scale of each column that is no category. */
    static Standardiser scale(Schema schema, double[][] cells, boolean codes) {
        var scale = Standardiser.of(cells);
        if (codes) {
            categories(schema).forEach(j -> leave(scale, j));
        }
        return scale;
    }

    private static void leave(Standardiser scale, int j) {
        scale.means()[j] = 0;
        scale.deviations()[j] = 1;
    }

    /** Leaves all numbers as they are. */
    static Standardiser none(int width) {
        var ones = new double[width];
        Arrays.fill(ones, 1);
        return new Standardiser(new double[width], ones);
    }

    /** Returns what a block is given of each row. */
    float[][] rows(Schema schema, Table table, String algorithm) {
        return scaled(cells(schema, table, algorithm, codesCategories), schema, algorithm);
    }

    float[][] scaled(double[][] cells, Schema schema, String algorithm) {
        var rows = new float[cells.length][];
        for (int i = 0; i < rows.length; i++) {
            var scaled = standardiser.apply(cells[i]);
            rows[i] = new float[scaled.length];
            for (int j = 0; j < scaled.length; j++) {
                rows[i][j] = (float) scaled[j];
                if (Float.isInfinite(rows[i][j])) {
                    throw new IllegalArgumentException(
                            "column '%s' has %s in row %d, which is larger than any float on the scale of that column, and %s computes with those; scale it, or make that cell missing"
                                    .formatted(
                                            schema.features().get(j).name(),
                                            cells[i][j],
                                            i,
                                            algorithm));
                }
            }
        }
        return rows;
    }

    /** Refuses a shape of more or fewer numbers than there are columns. */
    static List<Integer> shaped(List<Integer> shape, int features) {
        if (shape.isEmpty()) {
            return List.of(features);
        }
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != features) {
            throw new IllegalArgumentException(
                    "shape %s has %,d numbers, and the table has %,d features; give the shape of one row, without the number of rows, or leave out the columns that are not in it"
                            .formatted(shape, size, features));
        }
        return shape;
    }

    /** Checks the lengths of a shape. */
    static List<Integer> lengths(List<Integer> shape) {
        for (Integer length : shape) {
            Checks.atLeast("the length of a shape", given(length, "the length of a shape"), 1);
        }
        return List.copyOf(shape);
    }
}
