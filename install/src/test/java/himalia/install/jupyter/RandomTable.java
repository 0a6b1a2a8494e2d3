package himalia.install.jupyter;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A table of clouds of points, one for each class, that lie over each other by chance. No two distances in it are the same.
 *
 * @param seed what it is drawn from
 * @param neighbours how many neighbours samplers are to look at
 * @param sizes the rows of each class: the largest comes first, the smallest last, and no two are the same
 * @param points a row each, class by class
 */
record RandomTable(int seed, int neighbours, int[] sizes, double[][] points) {
    static RandomTable of(int seed) {
        var random = new Random(seed);
        var classes = 2 + random.nextInt(4);
        var columns = 2 + random.nextInt(random.nextInt(3) == 0 ? 29 : 6);
        var sizes = new int[classes];
        var size = 8 + random.nextInt(8);
        for (var code = classes - 1; code >= 0; code--) {
            sizes[code] = size;
            size += 1 + random.nextInt(code == 1 ? 80 : 20);
        }
        var apart = 3 * random.nextDouble();
        var wide = random.doubles(columns).map(unit -> Math.pow(10, 2 * unit - 1)).toArray();
        var points =
                IntStream.range(0, classes)
                        .boxed()
                        .flatMap(code -> cloud(sizes[code], apart, wide, random))
                        .toArray(double[][]::new);
        return new RandomTable(seed, 1 + random.nextInt(5), sizes, points);
    }

    private static Stream<double[]> cloud(int size, double apart, double[] wide, Random random) {
        var middle = random.doubles(wide.length).map(unit -> apart * unit).toArray();
        return Stream.generate(
                        () ->
                                IntStream.range(0, wide.length)
                                        .mapToDouble(
                                                j -> wide[j] * (middle[j] + random.nextGaussian()))
                                        .toArray())
                .limit(size);
    }

    int rows() {
        return points.length;
    }

    int columns() {
        return points[0].length;
    }

    Table table() {
        var table = Table.create("table" + seed);
        for (var column = 0; column < columns(); column++) {
            var place = column;
            table.addColumns(
                    DoubleColumn.create(
                            "f" + column,
                            Stream.of(points).mapToDouble(point -> point[place]).toArray()));
        }
        var codes =
                IntStream.range(0, sizes.length)
                        .flatMap(code -> IntStream.generate(() -> code).limit(sizes[code]));
        return table.addColumns(IntColumn.create("y", codes.toArray()));
    }
}
