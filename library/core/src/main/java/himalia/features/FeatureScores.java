package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Labels;
import himalia.model.NumericLabel;
import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much each column of numbers tells about the label by itself.
 *
 * <pre>{@code
 * FeatureScores.of(train, "churned", FeatureScores.By.F_CLASSIF)     // feature, score, p
 * }</pre>
 */
public final class FeatureScores {
    /** What is computed. */
    public enum By {
        /** The F of an analysis of variance: how far the classes' means are apart. */
        F_CLASSIF,
        /** Chi-squared of sums by class, of numbers that are counts or shares. */
        CHI2,
        /**
         * The information about the class, in nats, by the three nearest rows of each class, as scikit-learn estimates it; where
         * values are equal, it parts them by chance, and both differ by some hundredths. A column of two values is counted, which
         * scikit-learn does only if told so by {@code discrete_features}.
         */
        MUTUAL_INFO_CLASSIF,
        /** The information that quarters of the rows, by the column, have about the class, in nats: no chance is in it. */
        MUTUAL_INFO_QUARTERS,
        /** The F of a straight line to a label that is a number. */
        F_REGRESSION
    }

    private FeatureScores() {}

    /** Returns a row for each column of numbers: its score, and how probable such a one is by chance; missing where that is not told. */
    public static Table of(Table table, String label, By by) {
        return of(table, label, by, List.of());
    }

    /** Returns a row for each of some columns. */
    static Table of(Table table, String label, By by, List<String> columns) {
        given(table, "table");
        given(label, "label");
        given(by, "by");
        var features = NewColumns.features(table, label, columns);
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        Columns::areNumbers,
                        by.name().toLowerCase(Locale.ROOT),
                        "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        var rows = Matrices.rows(features, names, by.name().toLowerCase(Locale.ROOT));
        var scores = DoubleColumn.create("score");
        var chances = DoubleColumn.create("p");
        boolean isNumber = by == By.F_REGRESSION;
        if (isNumber) {
            checkNumber(table, label);
        } else {
            checkClasses(table, label, by);
        }
        var wanted = isNumber ? NumericLabel.of(table, label).values() : new double[0];
        var labels =
                isNumber ? Optional.<Labels>empty() : Optional.of(Labels.toLearn(table, label));
        var interrupt = new InterruptCheck();
        for (int j = 0; j < names.size(); j++) {
            interrupt.ask();
            int place = j;
            var values = IntStream.range(0, rows.length).mapToDouble(i -> rows[i][place]).toArray();
            var score =
                    labels.isPresent()
                            ? ofClasses(by, names.get(j), values, labels.get())
                            : ColumnScore.regression(values, wanted);
            scores.append(score.value());
            chances.append(score.chance());
        }
        return Table.create(by.name().toLowerCase(Locale.ROOT))
                .addColumns(StringColumn.create("feature", names), scores, chances);
    }

    private static void checkNumber(Table table, String label) {
        var column = Tables.column(table, label);
        if (!(column instanceof NumericColumn<?>)) {
            throw new IllegalArgumentException(
                    "label '%s' holds %s, and F_REGRESSION is of a label that is a number; score classes by F_CLASSIF (%%features scores --by f-classif)"
                            .formatted(label, Tables.kind(column)));
        }
    }

    private static void checkClasses(Table table, String label, By by) {
        if (NumericLabel.isIn(table, label)) {
            throw new IllegalArgumentException(
                    "label '%s' holds numbers that name no classes, which %s tells apart; score by F_REGRESSION (%%features scores --by f-regression)"
                            .formatted(label, by));
        }
    }

    private static ColumnScore ofClasses(By by, String name, double[] values, Labels labels) {
        return switch (by) {
            case CHI2 -> ColumnScore.chiSquared(name, values, labels);
            case MUTUAL_INFO_CLASSIF ->
                    new ColumnScore(MutualInformation.of(values, labels), Double.NaN);
            case MUTUAL_INFO_QUARTERS -> ColumnScore.information(values, labels);
            default -> ColumnScore.variance(values, labels);
        };
    }
}
