package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.EachColumn;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Makes of each level of a category the mean of the label among its rows, drawn towards the mean of all where they are few.
 *
 * <pre>{@code
 * Pipeline.of(new TargetEncoder(List.of("city")))
 *         .train(new LogisticRegression(1.0))
 *         .fit(train, "churned");
 * LearntRows learnt = new TargetEncoder(List.of("city")).fitApply(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's: the rows to learn from are done by {@link #fitApply} in folds, each by what the other folds tell, so that
 * no row sees its own label; {@link FittedStep#apply} does all other rows by what all tell. A level that was in no row is the mean of all; missing is
 * a level of its own. Of two classes it is the share of the second; more have a column each. The folds keep the shares of classes.
 *
 * <p>The label is classes if it holds texts, truths, or two to 20 different whole numbers, at most half as many as rows; else numbers.
 *
 * @param smooth how many rows the mean of all counts for; {@link #AUTO} for what the spread of the levels tells
 * @param folds how many folds
 * @param shuffle whether rows are mixed before they are cut into folds
 * @param seed makes two runs agree
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record TargetEncoder(
        double smooth, int folds, boolean shuffle, long seed, List<String> columns)
        implements LabelledStep {
    /** As much as the spread of the levels tells, by empirical Bayes. */
    public static final double AUTO = -1;

    public TargetEncoder {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (!(smooth >= 0 || smooth == AUTO) || Double.isInfinite(smooth)) {
            throw new IllegalArgumentException(
                    "smooth must be a number of rows, or TargetEncoder.AUTO, got " + smooth);
        }
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    /** Encodes columns. */
    public TargetEncoder(List<String> columns) {
        this(AUTO, 5, true, 42, columns);
    }

    /** Encodes the columns that are named, or every category. */
    public TargetEncoder(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(table, label, TargetNumbers.of(table, label), false).step();
    }

    /** What is learnt, and the rows that it is learnt from, done by folds, where they are wanted. */
    private record Learning(FittedRules step, List<List<Column<?>>> done) {}

    private record Encoded(ColumnRule rule, List<Column<?>> done) {}

    private Learning fitted(
            Table table, String label, TargetNumbers target, boolean isCrossFitted) {
        var features = NewColumns.features(table, label, columns);
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature -> Columns.areCategoriesOrTexts(feature, columns),
                        name(),
                        "categories");
        var names = chosen.stream().map(Feature::name).toList();
        var taken = NewColumns.of(features, names, List.of(label));
        var made = names.stream().map(name -> target.names(name, taken)).toList();
        if (isCrossFitted) {
            checkFolds(target);
        }
        var fold = isCrossFitted ? target.folds(folds, shuffle, seed) : new int[0];
        var interrupt = new InterruptCheck();
        var encoded =
                EachColumn.of(
                        names.size(),
                        features.rowCount(),
                        i -> {
                            var column = Tables.column(features, names.get(i));
                            // A column is read once, and its places are those of all that follows.
                            var codes = LevelCodes.of(column);
                            var levels = Levels.of(column, codes);
                            var places = levels.places(codes);
                            var means = new TargetMeans(levels, target, smooth, interrupt);
                            return new Encoded(
                                    means.rule(places, made.get(i)),
                                    isCrossFitted
                                            ? means.crossFitted(places, fold, folds, made.get(i))
                                            : List.of());
                        });
        var rules = encoded.stream().map(Encoded::rule).toList();
        return new Learning(
                new FittedRules(this, chosen, rules, Provenance.of(features)),
                encoded.stream().map(Encoded::done).toList());
    }

    private void checkFolds(TargetNumbers target) {
        int most = target.mostFolds();
        if (most >= folds) {
            return;
        }
        var few =
                "TargetEncoder encodes each row by the others, in %d folds, and there may be %d at most%s"
                        .formatted(
                                folds,
                                most,
                                target.codes().length == 0
                                        ? ", as there are rows"
                                        : ", as the largest class has rows");
        throw new IllegalArgumentException(
                few
                        + (most < 2
                                ? "; give it more rows"
                                : ": new TargetEncoder(%s, %d, %b, %dL, List.of(…))"
                                        .formatted(
                                                smooth == AUTO ? "TargetEncoder.AUTO" : smooth,
                                                most,
                                                shuffle,
                                                seed)));
    }

    @Override
    public LearntRows fitApply(Table table, String label) {
        var learning = fitted(table, label, TargetNumbers.of(table, label), true);
        var fitted = learning.step();
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int i = 0; i < learning.done().size(); i++) {
            instead.put(fitted.reads().get(i).name(), new ArrayList<>(learning.done().get(i)));
        }
        return new LearntRows(fitted, Columns.own(Columns.replaced(table, instead, name()), table));
    }
}
