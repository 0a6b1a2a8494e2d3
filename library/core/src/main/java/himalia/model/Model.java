package himalia.model;

import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Something that has learnt to tell classes apart, or to predict a number.
 *
 * <pre>{@code
 * Model model = new GradientBoosting(100, 42).fit(train, "churned");
 * Predictions predictions = model.predict(test);
 * predictions.label(0)              // "1"
 * predictions.probability(0, "1")   // 0.93
 * model.save(Path.of("churn.model"));
 * Model again = Model.load(Path.of("churn.model"));
 * }</pre>
 *
 * <p>A model may be asked from several threads at a time, and its answer for a row never depends on the other rows.
 */
public interface Model extends AutoCloseable {
    /** Returns the columns it reads, and what it predicts. */
    Schema schema();

    /** Returns the settings it was trained with. */
    Trainer trainer();

    /**
     * Predicts every row.
     *
     * @param table has the columns of the schema, in any order and among any others; the label may be missing
     * @throws IllegalArgumentException if a column is missing, or holds what the model cannot take
     */
    Predictions predict(Table table);

    /** Returns what became of its training where the settings do not tell it, such as rounds that were not needed; usually nothing. */
    default String outcome() {
        return "";
    }

    /** Returns which rows it has learnt from, and what else is known of where it comes from. */
    default Provenance provenance() {
        return Provenance.UNKNOWN;
    }

    /**
     * Returns the same model, of which nobody knows from which rows: an ensemble knows those of all its members, once. One
     * that keeps no rows is itself.
     */
    default Model withoutRows() {
        return this;
    }

    /**
     * Returns how much each column of its schema counts in it, for {@code SelectFromModel} and {@code Rfe}: of a linear model the weights of standardised
     * columns, a row for a number or two classes, else one for each class; of trees what questions of it gained, as shares of 1, in one row.
     *
     * @throws UnsupportedOperationException if it does not tell
     */
    default double[][] importances() {
        throw new UnsupportedOperationException(
                "%s does not tell what its columns count; take a LogisticRegression, LinearRegression, GradientBoosting, DecisionTree or BalancedRandomForest, or let PermutationImportance mix each column"
                        .formatted(trainer().name()));
    }

    /**
     * Returns how much each column adds to what it says of each row, by SHAP values of its trees (S. Lundberg and others, 2018).
     *
     * @param table has the columns of the schema
     * @throws UnsupportedOperationException if it is no tree, forest or gradient boosting
     */
    default Contributions contributions(Table table) {
        throw new UnsupportedOperationException(
                "%s has no SHAP values here: single trees, forests and gradient boosting have; %s"
                        .formatted(trainer().name(), explainedOtherwise()));
    }

    private String explainedOtherwise() {
        var target = schema().target();
        if (target instanceof Target.Groups) {
            return "look at each group's rows, or train a DecisionTree to tell the groups apart, and show that";
        }
        return target instanceof Target.Scores
                ? "ask PartialDependence how the score goes along a column"
                : "train a RandomForest or GradientBoosting, or ask PermutationImportance or PartialDependence";
    }

    /**
     * Returns the trees that it is made of, in the order in which they grew.
     *
     * @throws UnsupportedOperationException if it is not made of trees
     */
    default List<GrownTree> trees() {
        throw new UnsupportedOperationException(
                "%s has no trees to show; train a DecisionTree, RandomForest or GradientBoosting"
                        .formatted(trainer().name()));
    }

    /**
     * Returns of each column that it reads, behind the steps of a pipeline, from which columns of its schema it came: without steps from itself.
     *
     * <pre>{@code
     * model.lineage()    // {city_Oslo=[city], city_Rome=[city]}
     * }</pre>
     */
    default Map<String, List<String>> lineage() {
        var from = new LinkedHashMap<String, List<String>>();
        schema().featureNames().forEach(name -> from.put(name, List.of(name)));
        return from;
    }

    /**
     * Returns the classes it knows, in the order of the probabilities.
     *
     * @throws IllegalStateException if it predicts numbers
     */
    default List<String> classes() {
        return schema().classes();
    }

    /**
     * Returns what this model is in a file.
     *
     * @throws UnsupportedOperationException if it has no such form
     */
    default Saved<? extends Model> saved() {
        throw new UnsupportedOperationException(
                "a %s has no form to be saved in; let it return one from saved(), and name that in a SavedTypes of your jar"
                        .formatted(getClass().getSimpleName()));
    }

    /**
     * Writes this model into a graph of ONNX: its nodes read the columns of the schema there.
     *
     * <pre>{@code
     * Onnx.write(model, Path.of("churn.onnx"));
     * }</pre>
     *
     * @return the probabilities side by side, in the order of the classes, or the number
     * @throws UnsupportedOperationException if it, or a step before it, cannot be written so
     */
    default OnnxValue onnx(OnnxGraph graph) {
        throw new UnsupportedOperationException(
                "%s has no form in ONNX; serve its file, or train what has one, such as LogisticRegression or GradientBoosting"
                        .formatted(trainer().name()));
    }

    /**
     * Returns this model as a query in DuckDB's SQL: the columns that it does not read, and behind them what {@link
     * Predictions#table} has.
     *
     * <pre>{@code
     * model.sql("read_parquet('people.parquet')")    // SELECT …, prediction, p(0), p(1)
     * }</pre>
     *
     * @param from what stands behind FROM, in SQL
     * @throws UnsupportedOperationException if it, or a step before it, cannot be written so
     */
    default String sql(String from) {
        throw new UnsupportedOperationException(
                "%s has no form in SQL; predict in Java, or train what has one, such as LogisticRegression or GradientBoosting"
                        .formatted(trainer().name()));
    }

    /**
     * Writes this model to a file, with its schema, its settings and its provenance. A file that is there is replaced
     * once the new one is whole.
     *
     * @throws java.util.concurrent.CancellationException if the file is there, and this model is what an interrupt has left of its
     *     training in the same cell: it takes no other's place
     */
    default void save(Path file) {
        ModelFile.write(this, file);
    }

    /**
     * Reads a model from a file. It answers as the one that was saved, bit for bit.
     *
     * @throws IllegalArgumentException if it holds no model, or one that this version does not know
     */
    static Model load(Path file) {
        return ModelFile.read(file);
    }

    /** Lets go of memory outside the Java heap, where the model holds some. */
    @Override
    default void close() {}
}
