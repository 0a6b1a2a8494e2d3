package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.MimeBundle;
import himalia.model.Contributions;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.model.UnsupervisedTrainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A model together with how good it is, where it was judged by a test table.
 *
 * <pre>{@code
 * var model = TrainedModel.of(new GradientBoosting(100, 42), train, "churned", test);
 * model.report().recall("1")
 * }</pre>
 */
public final class TrainedModel implements Model {
    private final Model model;
    private final @Nullable Evaluation evaluation;

    /** What went wrong where it was to be judged. */
    private final @Nullable RuntimeException trouble;

    private TrainedModel(
            Model model, @Nullable Evaluation evaluation, @Nullable RuntimeException trouble) {
        this.model = model;
        this.evaluation = evaluation;
        this.trouble = trouble;
    }

    /** Trains a model. */
    public static TrainedModel of(Trainer trainer, Table train, String label) {
        given(trainer, "trainer");
        given(train, "train");
        given(label, "label");
        return new TrainedModel(trainer.fit(train, label), null, null);
    }

    /** Trains a model that needs no label, such as one that finds groups. */
    public static TrainedModel of(UnsupervisedTrainer trainer, Table train) {
        given(trainer, "trainer");
        given(train, "train");
        return new TrainedModel(trainer.fit(train), null, null);
    }

    /**
     * Trains a model and judges it by rows it has not seen; one whose training was interrupted is not judged. Nor is one that cannot
     * read the test table, which is kept all the same: what is in the way is shown in a notebook, and thrown where the report is asked for.
     *
     * @throws IllegalArgumentException if the test table has no rows or lacks the label, before anything is learnt
     */
    public static TrainedModel of(Trainer trainer, Table train, String label, Table test) {
        given(trainer, "trainer");
        given(train, "train");
        given(label, "label");
        Tables.column(train, label);
        Tables.column(test, label, "test table");
        Judged.checkRows(test);
        var model = trainer.fit(train, label);
        if (Thread.currentThread().isInterrupted()) {
            // Who interrupts wants what there is, now.
            return new TrainedModel(model, null, null);
        }
        try {
            // Only the model knows what it reads: an algorithm may leave an id alone.
            for (var name : model.schema().featureNames()) {
                Tables.column(test, name, "test table");
            }
            return new TrainedModel(model, Evaluation.of(model, test), null);
        } catch (RuntimeException | Error e) {
            if (e instanceof RuntimeException trouble && !Interrupts.threw(e)) {
                // What took hours to learn is not lost for a cell of the test table.
                return unjudged(model, trouble);
            }
            model.close();
            throw e;
        }
    }

    private static TrainedModel unjudged(Model model, RuntimeException trouble) {
        if (Display.isWatched()) {
            Display.display(MimeBundle.plain(words(trouble)));
        }
        return new TrainedModel(model, null, trouble);
    }

    private static String words(RuntimeException trouble) {
        return "the model is trained and kept, and not judged by the test table: %s; mend that table and ask Evaluation.of(model, test)"
                .formatted(
                        trouble instanceof IllegalArgumentException
                                        || trouble instanceof IllegalStateException
                                ? trouble.getMessage()
                                : trouble);
    }

    /** Returns the model itself. */
    public Model model() {
        return model;
    }

    /**
     * Returns how well the model tells classes apart on the test table.
     *
     * @throws IllegalStateException if there was none, or the model predicts numbers
     */
    public Report report() {
        if (judgement() instanceof Report report) {
            return report;
        }
        throw other();
    }

    /**
     * Returns how well the model predicts numbers on the test table.
     *
     * @throws IllegalStateException if there was none, or the model tells classes apart
     */
    public RegressionReport regression() {
        if (judgement() instanceof RegressionReport report) {
            return report;
        }
        throw other();
    }

    /**
     * Returns how well the model puts the rows of a query in order on the test table.
     *
     * @throws IllegalStateException if there was none, or the model is no ranker
     */
    public RankingReport ranking() {
        if (judgement() instanceof RankingReport report) {
            return report;
        }
        throw other();
    }

    private IllegalStateException other() {
        return new IllegalStateException(
                evaluation instanceof Report
                        ? "this model tells classes apart; ask report()"
                        : evaluation instanceof RegressionReport
                                ? "this model predicts numbers; ask regression()"
                                : "this model ranks the rows of a query; ask ranking()");
    }

    private Evaluation judgement() {
        if (trouble != null) {
            throw new IllegalStateException(words(trouble), trouble);
        }
        if (evaluation == null) {
            // Whoever asks at once goes on with something larger, which is interrupted too.
            new InterruptCheck().ask();
            Target.checkLabelled(model, "a report");
        }
        return judged().orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "this model was trained without a test table, or interrupted; add --test to %train, or ask Evaluation.of(model, test)"));
    }

    /** Returns how good the model is on the test table, or nothing if there was none, or it could not be read. */
    public Optional<Evaluation> judged() {
        return Optional.ofNullable(evaluation);
    }

    @Override
    public Schema schema() {
        return model.schema();
    }

    @Override
    public Trainer trainer() {
        return model.trainer();
    }

    @Override
    public double[][] importances() {
        return model.importances();
    }

    @Override
    public Contributions contributions(Table table) {
        return model.contributions(table);
    }

    @Override
    public List<GrownTree> trees() {
        return model.trees();
    }

    @Override
    public Map<String, List<String>> lineage() {
        return model.lineage();
    }

    @Override
    public String outcome() {
        return model.outcome();
    }

    @Override
    public Predictions predict(Table table) {
        return model.predict(table);
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public TrainedModel withoutRows() {
        return new TrainedModel(model.withoutRows(), evaluation, trouble);
    }

    /** Returns what the model is in a file; how good it is belongs to a run. */
    @Override
    public Saved<? extends Model> saved() {
        return model.saved();
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        return model.onnx(graph);
    }

    @Override
    public String sql(String from) {
        return model.sql(from);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return model.toString();
    }
}
