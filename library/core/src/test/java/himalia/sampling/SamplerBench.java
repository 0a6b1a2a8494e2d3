package himalia.sampling;

import himalia.features.OneHotEncoder;
import himalia.features.SimpleImputer;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.function.Supplier;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How long samplers, imputers and encoders take; run by hand, beside imbalanced-learn and scikit-learn in the same minute
 * (decision 0036).
 */
final class SamplerBench {
    private static final int COLUMNS = 20;
    private static final int RUNS = 12;

    private SamplerBench() {}

    public static void main(String[] arguments) {
        var ten = classes(10_000);
        var hundred = classes(100_000);
        var cells = cells(1_000_000);
        var work = new LinkedHashMap<String, Supplier<Table>>();
        work.put("SMOTE 10k", () -> new Smote(5, 1).resample(ten, "y"));
        work.put("SMOTE 100k", () -> new Smote(5, 1).resample(hundred, "y"));
        work.put("NearMiss 100k", () -> new NearMiss(1).resample(hundred, "y"));
        work.put("Tomek 10k", () -> new TomekLinks().resample(ten, "y"));
        work.put("Tomek 100k", () -> new TomekLinks().resample(hundred, "y"));
        work.put("one-hot 1M", () -> new OneHotEncoder().fit(cells).apply(cells));
        work.put("mean 1M", () -> new SimpleImputer().fit(cells).apply(cells));
        work.forEach(SamplerBench::measure);
    }

    /** Two classes, five in a hundred of one, whose columns go along with each other a little. */
    private static Table classes(int rows) {
        var random = new Random(1);
        var columns = new double[COLUMNS][rows];
        var label = new int[rows];
        for (var row = 0; row < rows; row++) {
            label[row] = random.nextInt(20) == 0 ? 1 : 0;
            var all = random.nextGaussian();
            for (var j = 0; j < COLUMNS; j++) {
                columns[j][row] = random.nextGaussian() + j % 5 * all + label[row];
            }
        }
        var table = Table.create("classes");
        for (var j = 0; j < COLUMNS; j++) {
            table.addColumns(DoubleColumn.create("x" + j, columns[j]));
        }
        return table.addColumns(IntColumn.create("y", label));
    }

    /** A category of ten levels, and numbers of which one in ten is missing. */
    private static Table cells(int rows) {
        var random = new Random(1);
        var texts = new String[rows];
        var numbers = new double[rows];
        for (var row = 0; row < rows; row++) {
            texts[row] = "level" + random.nextInt(10);
            numbers[row] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
        }
        return Table.create(StringColumn.create("c", texts), DoubleColumn.create("x", numbers));
    }

    private static void measure(String name, Supplier<Table> work) {
        var least = Double.MAX_VALUE;
        var rows = 0;
        for (var run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            rows = work.get().rowCount();
            least = Math.min(least, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf("%-14s %8.1f ms, %,d rows%n", name, least, rows);
    }
}
