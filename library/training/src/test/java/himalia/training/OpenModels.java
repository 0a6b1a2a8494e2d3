package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.Table;

/** Trains as another does, and knows which of its models are open, as those that hold memory of XGBoost are until they are closed. */
final class OpenModels implements RowWeighted {
    private final RowWeighted trainer;
    private final int most;
    private final Set<Model> open = new HashSet<>();
    private int trained;

    /** Is interrupted when it has trained so many. */
    OpenModels(RowWeighted trainer, int most) {
        this.trainer = trainer;
        this.most = most;
    }

    Set<Model> open() {
        return open;
    }

    int trained() {
        return trained;
    }

    @Override
    public Model fit(Table table, String label) {
        return opened(trainer.fit(table, label));
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        return opened(trainer.fit(table, label, weights));
    }

    private Model opened(Model model) {
        if (trained++ == most) {
            throw new CancellationException("interrupted");
        }
        var counted = new Counted(model);
        open.add(counted);
        return counted;
    }

    private final class Counted implements Model {
        private final Model model;

        Counted(Model model) {
            this.model = model;
        }

        @Override
        public Schema schema() {
            return model.schema();
        }

        @Override
        public Trainer trainer() {
            return OpenModels.this;
        }

        @Override
        public Predictions predict(Table table) {
            if (!open.contains(this)) {
                throw new IllegalStateException("the model is closed");
            }
            return model.predict(table);
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
