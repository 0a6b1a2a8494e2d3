package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.evaluation.Scores;
import himalia.features.FeatureCoverage;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Whether a model can tell training rows from test rows; half of them teach it, and the other half judge. */
final class Adversary {
    private static final double NOTABLE = 0.7;
    private static final int ENOUGH = 20;

    /** How rarely chance alone sets a column so far apart. */
    private static final double RARELY = 0.01;

    private static final double RIDGE = 1;

    private Adversary() {}

    /** Returns how well a line through the numbers tells them apart; NaN where there are too few rows or no numbers. */
    static double auc(Numbers numbers) {
        int all = numbers.rows().length;
        if (numbers.names().isEmpty() || tooFew(numbers.trainRows(), all)) {
            return Double.NaN;
        }
        var score = new double[all];
        for (int half = 0; half < 2; half++) {
            var weights = weights(numbers, half);
            for (int row = 1 - half; row < all; row += 2) {
                for (int j = 0; j < weights.length; j++) {
                    score[row] += weights[j] * numbers.rows()[row][j];
                }
            }
        }
        return auc(score, numbers.trainRows());
    }

    /** Returns how well a trainer's model does. */
    static double auc(Trainer trainer, Table train, Table test, List<String> columns) {
        int all = train.rowCount() + test.rowCount();
        if (columns.isEmpty() || tooFew(train.rowCount(), all)) {
            return Double.NaN;
        }
        if (trainer.predicts().equals(Optional.of(Target.Kind.NUMBERS))) {
            throw new IllegalArgumentException(
                    "adversary(trainer) tells training rows from test rows, which are classes, and %s predicts numbers; take a classifier such as LogisticRegression"
                            .formatted(trainer));
        }
        var both = joined(train, test, columns);
        var label = new ColumnNames(columns).add("from");
        var from = StringColumn.create(label);
        IntStream.range(0, all).forEach(row -> from.append(row < train.rowCount() ? "0" : "1"));
        both.addColumns(from);
        var score = new double[all];
        for (int half = 0; half < 2; half++) {
            var judged = half(all, 1 - half);
            try (var model = trainer.fit(both.rows(half(all, half)), label)) {
                Target.checkClasses(model, "adversary(trainer)");
                var found = model.predict(both.rows(judged)).probabilities("1");
                for (int i = 0; i < judged.length; i++) {
                    score[judged[i]] = found[i];
                }
            }
        }
        return auc(score, train.rowCount());
    }

    /** Whole numbers in one table and others in the other are numbers. */
    private static Table joined(Table train, Table test, List<String> columns) {
        var first = Table.create(train.name());
        var second = Table.create(test.name());
        for (var name : columns) {
            var one = train.column(name);
            var other = test.column(name);
            if (one.type().equals(other.type())) {
                first.addColumns(one.copy());
                second.addColumns(other);
            } else if (Numbers.are(train, name) && Numbers.are(test, name)) {
                first.addColumns(DoubleColumn.create(name, Numbers.read(train, name)));
                second.addColumns(DoubleColumn.create(name, Numbers.read(test, name)));
            } else {
                throw new IllegalArgumentException(
                        "column '%s' holds %s in the training table and %s in the test table; leave it out with without(\"%s\")"
                                .formatted(name, Tables.kind(one), Tables.kind(other), name));
            }
        }
        return first.append(second);
    }

    private static boolean tooFew(int trainRows, int all) {
        return trainRows < ENOUGH || all - trainRows < ENOUGH;
    }

    private static int[] half(int all, int half) {
        return IntStream.range(0, all).filter(row -> row % 2 == half).toArray();
    }

    /** The two halves have models of their own, so each is judged alone. */
    private static double auc(double[] score, int trainRows) {
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            var rows = half(score.length, half);
            var isTest = new boolean[rows.length];
            var own = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                isTest[i] = rows[i] >= trainRows;
                own[i] = score[rows[i]];
            }
            sum += Scores.of(isTest, own).rocAuc() / 2;
        }
        return sum;
    }

    private static double[] weights(Numbers numbers, int half) {
        int width = numbers.names().size();
        var products = new double[width][width];
        var sums = new double[width];
        double share = 1 - (double) numbers.trainRows() / numbers.rows().length;
        var interrupt = new InterruptCheck();
        for (int row = half; row < numbers.rows().length; row += 2) {
            interrupt.ask();
            var values = numbers.rows()[row];
            double wanted = (row < numbers.trainRows() ? 0 : 1) - share;
            for (int j = 0; j < width; j++) {
                sums[j] += values[j] * wanted;
                for (int k = 0; k <= j; k++) {
                    products[j][k] += values[j] * values[k];
                }
            }
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < j; k++) {
                products[k][j] = products[j][k];
            }
            products[j][j] += RIDGE;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(products, false), 1e-9, 1e-12)
                .getSolver()
                .solve(new ArrayRealVector(sums, false))
                .toArray();
    }

    /** Tells tables apart that a line does, by the numbers that it was given. */
    static List<Leak> leaks(double auc, Numbers numbers) {
        return auc > NOTABLE ? leaks(auc, apart(numbers)) : List.of();
    }

    /** Tells tables apart that a trainer's model does, by all columns that it was given. */
    static List<Leak> leaks(double auc, Table train, Table test, List<String> columns) {
        return auc > NOTABLE ? leaks(auc, apart(train, test, columns)) : List.of();
    }

    private static List<Leak> leaks(double auc, String apart) {
        return List.of(
                new Leak(
                        Leak.Kind.DISTINGUISHABLE,
                        "",
                        String.format(
                                Locale.ROOT,
                                "a model tells test rows from training rows, with an AUC of %.3f%s",
                                auc,
                                apart.isEmpty()
                                        ? ""
                                        : "; they differ most in '%s'".formatted(apart)),
                        "the tables differ: by time, by where they come from, or because one was changed after the split",
                        List.of()));
    }

    /** The column in which the two differ most. */
    private static String apart(Numbers numbers) {
        double most = 0;
        String name = "";
        var interrupt = new InterruptCheck();
        for (int j = 0; j < numbers.names().size(); j++) {
            interrupt.ask();
            int column = j;
            var values = Arrays.stream(numbers.rows()).mapToDouble(row -> row[column]).toArray();
            double auc = auc(values, numbers.trainRows());
            if (Math.abs(auc - 0.5) > most) {
                most = Math.abs(auc - 0.5);
                name = numbers.names().get(j);
            }
        }
        return name;
    }

    /** The column of the largest distance that is no chance, whatever it holds; none where there is no such. */
    private static String apart(Table train, Table test, List<String> columns) {
        var alike =
                columns.stream()
                        .filter(name -> areAlike(train.column(name), test.column(name)))
                        .toArray(String[]::new);
        if (alike.length == 0) {
            return "";
        }
        var distances = FeatureCoverage.of(train.selectColumns(alike), test.selectColumns(alike));
        String name = "";
        double most = 0;
        for (var row : distances) {
            if (row.getDouble("distance") > most && row.getDouble("p") < RARELY) {
                most = row.getDouble("distance");
                name = row.getString("feature");
            }
        }
        return name;
    }

    /** Whole numbers in one table and others in the other are numbers. */
    private static boolean areAlike(Column<?> first, Column<?> second) {
        return first instanceof NumericColumn<?> && second instanceof NumericColumn<?>
                || first.type().equals(second.type());
    }
}
