package himalia.evaluation;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
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
    private final @Nullable Report report;

    private TrainedModel(Model model, @Nullable Report report) {
        this.model = model;
        this.report = report;
    }

    /** Trains a model. */
    public static TrainedModel of(Trainer trainer, Table train, String label) {
        return new TrainedModel(trainer.fit(train, label), null);
    }

    /** Trains a model and judges it by rows it has not seen. */
    public static TrainedModel of(Trainer trainer, Table train, String label, Table test) {
        var model = trainer.fit(train, label);
        try {
            return new TrainedModel(model, Report.of(model, test));
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    /** Returns the model itself. */
    public Model model() {
        return model;
    }

    /**
     * Returns how good the model is on the test table.
     *
     * @throws IllegalStateException if there was none
     */
    public Report report() {
        return judged().orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "this model was trained without a test table; add --test to %train, or ask Report.of(model, test)"));
    }

    /** Returns how good the model is on the test table, or nothing if there was none. */
    public Optional<Report> judged() {
        return Optional.ofNullable(report);
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
    public Predictions predict(Table table) {
        return model.predict(table);
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
