package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.training.numeric.Network;
import himalia.training.numeric.Standardiser;
import tech.tablesaw.api.Table;

/** A trained network with the scale of its inputs. */
final class NetworkModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Standardiser standardiser;
    private final Network network;

    NetworkModel(Schema schema, Trainer trainer, Standardiser standardiser, Network network) {
        this.schema = schema;
        this.trainer = trainer;
        this.standardiser = standardiser;
        this.network = network;
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
    public Predictions predict(Table table) {
        var rows = schema.completeRows(table, trainer.name());
        var probabilities = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = network.probabilities(standardiser.apply(rows[i]));
        }
        return Predictions.of(classes(), probabilities);
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
