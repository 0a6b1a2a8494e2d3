package himalia.training;

import himalia.model.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How long models take that ask nearest rows, grow trees, multiply columns or go by PyTorch's steps; run by hand, beside scikit-learn and PyTorch in the
 * same minute, with the debug agent as cells have it: {@code -agentlib:jdwp=transport=dt_socket,server=y,suspend=n} (decision 0036).
 */
final class TrainingBench {
    private static final int COLUMNS = 20;

    /** Of so many directions and a little noise all columns are made. */
    private static final int DIRECTIONS = 12;

    private static final double NOISE = 0.3;
    private static final int FEW_RUNS = 6;
    private static final int RUNS = 100;

    private TrainingBench() {}

    public static void main(String[] arguments) {
        var hundred = classes(100_000);
        var train = hundred.inRange(0, 80_000);
        var numbers = train.rejectColumns("y");
        var nearest = new KNeighborsClassifier(5).fit(hundred.inRange(0, 10_000), "y");
        var few = new LinkedHashMap<String, Runnable>();
        few.put("neighbours, predict 100k of 10k", () -> nearest.predict(hundred));
        few.put("network, 1 epoch of 80k", () -> network(1).fit(train, "y"));
        few.put("network, 3 epochs of 80k", () -> network(3).fit(train, "y"));
        few.put("tree of depth 6, 80k", () -> new DecisionTree(6, 1).fit(train, "y"));
        few.put("forest of 100 trees, 80k", () -> new RandomForest(100, 1).fit(train, "y"));
        few.put("50 boosted stumps, 80k", () -> stumps().fit(train, "y"));
        var forest = new RandomForest(100, 1).fit(hundred.inRange(0, 10_000), "y");
        few.put("forest of 100 trees, predict 100k", () -> forest.predict(hundred));
        few.forEach((name, work) -> measure(name, work, FEW_RUNS));
        measure("ridge 80k", () -> new Ridge(1).fit(numbers, "x19"), RUNS);
        measure("least squares 80k", () -> new LinearRegression().fit(numbers, "x19"), RUNS);
    }

    private static Trainer stumps() {
        return new AdaBoost(new DecisionTree(1, 1), 50, 1);
    }

    private static Trainer network(int epochs) {
        return new MultilayerPerceptron(List.of(64, 32), epochs, 1);
    }

    /** Two classes, whose columns go along with each other. */
    private static Table classes(int rows) {
        var random = new Random(1);
        var ways = random.doubles((long) COLUMNS * DIRECTIONS, -1, 1).toArray();
        var columns = new double[COLUMNS][rows];
        var label = new int[rows];
        for (int row = 0; row < rows; row++) {
            label[row] = random.nextInt(2);
            for (int k = 0; k < DIRECTIONS; k++) {
                double along = random.nextGaussian() * (DIRECTIONS - k) + label[row];
                for (int j = 0; j < COLUMNS; j++) {
                    columns[j][row] += along * ways[k * COLUMNS + j];
                }
            }
            for (int j = 0; j < COLUMNS; j++) {
                columns[j][row] += NOISE * random.nextGaussian();
            }
        }
        var table = Table.create("classes");
        for (int j = 0; j < COLUMNS; j++) {
            table.addColumns(DoubleColumn.create("x" + j, columns[j]));
        }
        return table.addColumns(IntColumn.create("y", label));
    }

    private static void measure(String name, Runnable work, int runs) {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            work.run();
            least = Math.min(least, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf("%-34s %8.1f ms%n", name, least);
    }
}
