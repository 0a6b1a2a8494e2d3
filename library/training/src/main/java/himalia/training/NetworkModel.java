package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.RowFingerprints;
import himalia.training.numeric.Network;
import java.util.List;
import java.util.stream.LongStream;
import tech.tablesaw.api.Table;

/** A trained network with the scale of its inputs. */
final class NetworkModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Standardiser standardiser;
    private final Network network;
    private final Provenance provenance;
    private final String outcome;

    /** One whose training went as its settings say. */
    NetworkModel(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            Network network,
            Provenance provenance) {
        this(schema, trainer, standardiser, network, provenance, "");
    }

    NetworkModel(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            Network network,
            Provenance provenance,
            String outcome) {
        this.schema = schema;
        this.trainer = trainer;
        this.standardiser = standardiser;
        this.network = network;
        this.provenance = provenance;
        this.outcome = outcome;
    }

    /** Layers in a file. */
    record SavedNetwork(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            Network network,
            Provenance provenance)
            implements Saved<NetworkModel> {
        @Override
        public NetworkModel restore() {
            return new NetworkModel(schema, trainer, standardiser, network, provenance);
        }
    }

    /** Layers in a file of which their settings do not tell all. */
    record SavedEarlyNetwork(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            Network network,
            Provenance provenance,
            String outcome)
            implements Saved<NetworkModel> {
        @Override
        public NetworkModel restore() {
            return new NetworkModel(schema, trainer, standardiser, network, provenance, outcome);
        }
    }

    /** Returns the rows of a table on the scale of those before; refuses what the network was not made for. */
    double[][] rows(Table table, Labels labels, MultilayerPerceptron settings) {
        var layers = network.layers();
        var units =
                layers.subList(0, layers.size() - 1).stream().map(l -> l.biases().length).toList();
        if (!units.equals(settings.hidden()) || !labels.target().equals(schema.target())) {
            throw new IllegalArgumentException(
                    "a network of %s units that tells %s goes on as such, got %s units and %s"
                            .formatted(units, schema.target(), settings.hidden(), labels.target()));
        }
        return standardiser.apply(schema.completeRows(table, settings.name()));
    }

    /** Returns what a training begins with that goes on from here. */
    NetworkStart start() {
        return new NetworkStart(network.layers(), List.of());
    }

    /** Returns a network that has learnt on from the rows of a table. */
    NetworkModel with(Trainer settings, NetworkTraining.Learnt learnt, Table table) {
        return new NetworkModel(
                schema,
                settings,
                standardiser,
                learnt.network(),
                joined(Provenance.of(table)),
                learnt.outcome());
    }

    /** Both kinds of rows were learnt from; of other columns nobody knows them together. */
    private Provenance joined(Provenance now) {
        var before = provenance.rows();
        var rows = now.rows();
        if (before.equals(rows)) {
            return provenance;
        }
        return before.columns().equals(rows.columns())
                ? new Provenance(
                        RowFingerprints.of(
                                rows.columns(),
                                before.rows() + rows.rows(),
                                () ->
                                        LongStream.concat(
                                                        LongStream.of(before.allHashes()),
                                                        LongStream.of(rows.allHashes()))
                                                .toArray()),
                        now.table())
                : Provenance.UNKNOWN;
    }

    @Override
    public NetworkModel withoutRows() {
        return new NetworkModel(
                schema, trainer.withoutRows(), standardiser, network, Provenance.UNKNOWN, outcome);
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
    public String outcome() {
        return outcome;
    }

    /** Returns what another training may go on from. */
    PretrainedNetwork pretrained() {
        return new PretrainedNetwork(schema, standardiser, network, provenance);
    }

    @Override
    public Saved<NetworkModel> saved() {
        return outcome.isEmpty()
                ? new SavedNetwork(schema, trainer, standardiser, network, provenance)
                : new SavedEarlyNetwork(
                        schema, trainer, standardiser, network, provenance, outcome);
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

    /** In floats, as in Java. */
    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var values =
                ModelOnnx.scaledRows(graph, schema, standardiser, trainer.name())
                        .as(OnnxType.FLOAT);
        var layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            values = values.product(graph.table(layers.get(i).weights()));
            values = values.plus(graph.table(layers.get(i).biases()));
            // Relu may make 0 of NaN, and Java does not.
            values = i < layers.size() - 1 ? ModelOnnx.told(values).by("Relu") : values;
        }
        return ModelOnnx.softmax(values.as(OnnxType.NUMBER));
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
