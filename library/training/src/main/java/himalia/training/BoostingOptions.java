package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.ShuffleSplit;
import himalia.evaluation.folds.StratifiedShuffleSplit;
import himalia.model.Queries;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What boosted trees are held to besides: what is made small, which way a prediction may go with a column, which columns are categories, and when to stop.
 *
 * <pre>{@code
 * var options = BoostingOptions.NONE.monotone("age", 1).earlyStopping(10, 0.1);
 * Model model = new GradientBoosting(500, 42).with(options).fit(train, "churned");
 * display(model.outcome());    // kept 83 of 500 rounds: …
 * Model whole = new GradientBoosting(100, 42).with(BoostingOptions.NONE.categorical("city", "colour")).fit(train, "churned");
 * }</pre>
 *
 * @param monotone of columns 1 where more of it must not predict less, -1 where it must not predict more; of two classes it is the
 *     probability of the second, and there is none of more classes
 * @param patience after how many rounds without a better loss training stops; 0 for never
 * @param validation the share of the rows, drawn by the seed, that are kept aside to judge that loss; 0 where there is no patience
 * @param categorical columns whose levels are cut into sets, each once; see {@link #categorical(String...)}
 * @param objective what is made small
 */
public record BoostingOptions(
        Map<String, Integer> monotone,
        int patience,
        double validation,
        List<String> categorical,
        BoostingObjective objective) {
    /** Holds to nothing, and grows all rounds of all rows by the trainer's own objective. */
    public static final BoostingOptions NONE = new BoostingOptions(Map.of(), 0, 0);

    public BoostingOptions {
        given(objective, "objective");
        monotone = Map.copyOf(given(monotone, "monotone"));
        monotone.forEach(
                (column, way) -> {
                    if (Math.abs(way) != 1) {
                        throw new IllegalArgumentException(
                                "monotone must be 1 or -1, got %d for column '%s'"
                                        .formatted(way, column));
                    }
                });
        Checks.atLeast("patience", patience, 0);
        if (patience > 0 ? !(validation > 0 && validation < 1) : validation != 0) {
            throw new IllegalArgumentException(
                    "validation must be between 0 and 1 where there is patience, else 0; got %s with a patience of %d"
                            .formatted(validation, patience));
        }
        categorical = given(categorical, "categorical").stream().distinct().toList();
        for (var column : categorical) {
            if (monotone.containsKey(given(column, "column"))) {
                throw new IllegalArgumentException(
                        "'%s' is named by categorical and by monotone, and the levels of a category have no order to be monotone in; take it out of one of them"
                                .formatted(column));
            }
        }
        if (patience > 0 && objective instanceof CustomObjective custom) {
            throw new IllegalArgumentException(
                    "early stopping judges rounds by a loss, and objective '%s' gives gradient and Hessian only; train without it, and choose the rounds by a CrossValidation"
                            .formatted(custom.title()));
        }
    }

    /** Has no categories, and makes small what the trainer makes small by itself. */
    public BoostingOptions(Map<String, Integer> monotone, int patience, double validation) {
        this(monotone, patience, validation, List.of(), BoostingObjective.OWN);
    }

    /** Returns the same, where predictions go one way with a column as well: 1 up, -1 down. */
    public BoostingOptions monotone(String column, int way) {
        var more = new LinkedHashMap<>(monotone);
        more.put(given(column, "column"), way);
        return new BoostingOptions(more, patience, validation, categorical, objective);
    }

    /**
     * Returns the same, where columns are categories as well: a tree asks whether the level of a row is one of a set, as of XGBoost for Python with
     * {@code enable_categorical=True}, and no {@code OneHotEncoder} is needed before it.
     *
     * <pre>{@code
     * var trainer = new GradientBoostingRegressor(100, 42).with(BoostingOptions.NONE.categorical("city"));
     * TreeView.of(trainer.fit(homes, "price")).text()      // city is one of {Oslo, Paris}
     * }</pre>
     *
     * <p>Columns of texts are taken, and of whole numbers and truths where they are named; each of 2 to 1,000 levels, texts of half as many as rows at most. Missing cells
     * go where the rows of training tell. A level that was in no row to learn from is refused with its name when the model is asked, as by Python's.
     *
     * @param columns their names, one at least, none of which is monotone
     * @throws IllegalArgumentException if none is named, or one is monotone; training refuses one that is not there, is the label, holds something else, or has too many
     *     levels or a single one
     */
    public BoostingOptions categorical(String... columns) {
        if (given(columns, "columns").length == 0) {
            throw new IllegalArgumentException(
                    "categorical names no column; name one at least, as in categorical(\"city\")");
        }
        var all = Stream.concat(categorical.stream(), Stream.of(columns)).toList();
        return new BoostingOptions(monotone, patience, validation, all, objective);
    }

    /**
     * Returns the same, stopping early: the trees up to the best round are kept, of the rows that were not kept aside.
     *
     * @param rounds how many rounds without a better loss it waits, at least 1
     * @param share of the rows, between 0 and 1, that judge the loss; of classes each has its share
     */
    public BoostingOptions earlyStopping(int rounds, double share) {
        Checks.atLeast("rounds", rounds, 1);
        return new BoostingOptions(monotone, rounds, share, categorical, objective);
    }

    /** Returns the same, making something else small. */
    public BoostingOptions objective(BoostingObjective other) {
        return new BoostingOptions(monotone, patience, validation, categorical, other);
    }

    /** Returns the same, making small what others made small, where these say nothing of it. */
    BoostingOptions after(BoostingOptions others) {
        return objective.equals(BoostingObjective.OWN) ? objective(others.objective) : this;
    }

    /** Returns what XGBoost is told of the columns; nothing where nothing is asked. */
    Map<String, Object> parameters(Table table, Schema schema) {
        if (monotone.isEmpty()) {
            return Map.of();
        }
        monotone.keySet().forEach(column -> Tables.column(table, column));
        if (schema.target() instanceof Target.Classes classes && classes.classes().size() > 2) {
            throw new IllegalArgumentException(
                    "monotone is of two classes or of numbers, and '%s' has %d classes"
                            .formatted(classes.label(), classes.classes().size()));
        }
        if (monotone.containsKey(schema.label())) {
            throw new IllegalArgumentException(
                    "'%s' is the label, and no column to be monotone in".formatted(schema.label()));
        }
        return Map.of(
                "monotone_constraints",
                schema.featureNames().stream()
                        .map(name -> String.valueOf(monotone.getOrDefault(name, 0)))
                        .collect(Collectors.joining(",", "(", ")")));
    }

    /** Returns which rows are learnt from, and which judge. */
    Fold fold(Table table, Schema schema, long seed) {
        var splitter =
                schema.target() instanceof Target.Classes
                        ? new StratifiedShuffleSplit(1, validation, seed)
                        : new ShuffleSplit(1, validation, seed);
        try {
            return splitter.split(table, schema.label()).get(0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "early stopping sets %s of the rows aside to judge each round by: %s; or train without it"
                            .formatted(validation, e.getMessage()));
        }
    }

    /** Returns which queries are learnt from, and which judge: all rows of one do the same. */
    Fold fold(Queries queries, long seed) {
        try {
            return new ShuffleSplit(1, validation, seed)
                    .split(queries.count(), Seeds.random(seed))
                    .get(0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "early stopping sets %s of the %s aside to judge each round by, and leaves none to learn from; take a smaller share, or train without it"
                            .formatted(
                                    validation,
                                    queries.count() == 1
                                            ? "one query"
                                            : queries.count() + " queries"),
                    e);
        }
    }

    /** Says what is asked, for the run log. */
    @Override
    public String toString() {
        var stop =
                patience > 0
                        ? "stops after %d rounds by %s of the rows".formatted(patience, validation)
                        : "";
        var ways = monotone.isEmpty() ? "" : "monotone " + new TreeMap<>(monotone);
        var sets = categorical.isEmpty() ? "" : "categorical " + categorical;
        var small = objective.equals(BoostingObjective.OWN) ? "" : "by " + objective;
        return Stream.of(small, ways, sets, stop)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
