package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.RowFingerprints;
import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/** Answers the same whatever the features are, or draws an answer. */
final class DummyModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final double[] values;
    private final Provenance provenance;

    /**
     * Makes a model.
     *
     * @param values the number, or the probability of each class
     */
    DummyModel(Schema schema, Trainer trainer, double[] values, Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.values = values;
        this.provenance = provenance;
    }

    /** An answer in a file. */
    record SavedDummy(Schema schema, Trainer trainer, double[] values, Provenance provenance)
            implements Saved<DummyModel> {
        @Override
        public DummyModel restore() {
            return new DummyModel(schema, trainer, values, provenance);
        }
    }

    @Override
    public DummyModel withoutRows() {
        return new DummyModel(schema, trainer, values, Provenance.UNKNOWN);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Saved<DummyModel> saved() {
        return new SavedDummy(schema, trainer, values, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        schema.featureNames().forEach(name -> Tables.column(table, name));
        if (!(schema.target() instanceof Target.Classes classes)) {
            var numbers = new double[table.rowCount()];
            Arrays.fill(numbers, values[0]);
            return Predictions.of(numbers);
        }
        var probabilities = new double[table.rowCount()][];
        Arrays.fill(probabilities, values);
        if (trainer instanceof DummyClassifier dummy && dummy.strategy().draws()) {
            var rows = RowFingerprints.ofEach(table, schema.featureNames());
            Arrays.setAll(probabilities, row -> drawn(dummy.seed() ^ rows[row]));
        }
        return Predictions.of(classes.classes(), probabilities);
    }

    private double[] drawn(long seed) {
        double left = Seeds.random(seed).nextDouble();
        int chosen = 0;
        while (chosen < values.length - 1 && left >= values[chosen]) {
            left -= values[chosen++];
        }
        var one = new double[values.length];
        one[chosen] = 1;
        return one;
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
