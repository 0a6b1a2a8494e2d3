package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.features.Standardiser;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.table.Tables;
import himalia.training.numeric.Network;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A trained network, as what another training begins with, or as a maker of features.
 *
 * <pre>{@code
 * var model = new MultilayerPerceptron(List.of(64), 30, 42).fit(train, "digit");
 * var source = PretrainedNetwork.of(model);
 * Table features = source.features(others);       // hidden0 to hidden63, and what is no feature
 * new LogisticRegression(1.0).fit(features, "churned");
 * }</pre>
 *
 * @param schema what it reads and has learnt to tell
 * @param standardiser the scale of its inputs, which is that of the rows it has learnt from
 * @param network its layers, the last of which tells its own classes
 * @param provenance which rows it has learnt from
 */
public record PretrainedNetwork(
        Schema schema, Standardiser standardiser, Network network, Provenance provenance) {
    public PretrainedNetwork {
        given(schema, "schema");
        given(standardiser, "standardiser");
        given(network, "network");
        given(provenance, "provenance");
        if (network.layers().size() < 2) {
            throw new IllegalArgumentException(
                    "the network has no hidden layer, so that there is nothing to take over; train"
                            + " one such as new MultilayerPerceptron(List.of(64), 30, 42)");
        }
    }

    /**
     * Takes the network of a model.
     *
     * @throws IllegalArgumentException if the model is no network, or has no hidden layer
     */
    public static PretrainedNetwork of(Model model) {
        if (given(model, "model") instanceof NetworkModel network) {
            return network.pretrained();
        }
        throw new IllegalArgumentException(
                "a model of %s has no layers to take over; train the source by a MultilayerPerceptron (%%train mlp), without a Pipeline around it"
                        .formatted(model.trainer().name()));
    }

    /** Returns how many units each hidden layer has. */
    public List<Integer> hidden() {
        var layers = network.layers();
        return layers.subList(0, layers.size() - 1).stream().map(l -> l.biases().length).toList();
    }

    /**
     * Refuses a table whose features are not those that the network reads.
     *
     * @param label the column that is predicted there, which is no feature
     */
    public void check(Table table, String label) {
        Tables.column(given(table, "table"), given(label, "label"));
        var known = schema.featureNames();
        if (known.contains(label)) {
            throw new IllegalArgumentException(
                    "'%s' is a feature of the source, which would be told what it is to predict; train the source without it"
                            .formatted(label));
        }
        var others = table.columnNames().stream().filter(name -> !name.equals(label)).toList();
        var absent = known.stream().filter(name -> !others.contains(name)).toList();
        var unknown = others.stream().filter(name -> !known.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException(
                    "the source reads %s, which the table has not; take a source of the table's features"
                            .formatted(named(absent)));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has %s, which the source has never seen; leave out what it cannot read with table.rejectColumns(\"%s\"), or train the source with it"
                            .formatted(named(unknown), String.join("\", \"", unknown)));
        }
    }

    private static String named(List<String> columns) {
        int most = 5;
        var first = columns.stream().limit(most).map(name -> "'" + name + "'").toList();
        return (columns.size() == 1 ? "column " : "columns ")
                + String.join(", ", first)
                + (columns.size() > most ? " and %d more".formatted(columns.size() - most) : "");
    }

    /**
     * Returns what the hidden layers make of each row: a column a unit of the last of them, {@code hidden0} and on, 0 or above, then the
     * columns that are no features, such as a label.
     *
     * @throws IllegalArgumentException if a feature is missing, or a number in it
     */
    public Table features(Table table) {
        var rows = schema.completeRows(given(table, "table"), "the source");
        var units = new double[hidden().get(hidden().size() - 1)][rows.length];
        for (int i = 0; i < rows.length; i++) {
            var values = network.hidden(standardiser.apply(rows[i]));
            for (int k = 0; k < units.length; k++) {
                units[k][i] = values[k];
            }
        }
        var features = Table.create("features");
        for (int k = 0; k < units.length; k++) {
            features.addColumns(DoubleColumn.create("hidden" + k, units[k]));
        }
        for (var column : table.columns()) {
            if (!schema.featureNames().contains(column.name())) {
                features.addColumns(column.copy());
            }
        }
        return features;
    }

    /**
     * Trains the same layers for another label, with a last layer of its own.
     *
     * @param settings how it is trained, with as many units
     * @param rates how far a step of each layer goes, the last one's included; a layer of rate 0 does not move by a bit
     * @param trainer what the model says that it was trained by
     */
    public Model fit(
            Table table,
            String label,
            MultilayerPerceptron settings,
            List<Double> rates,
            Trainer trainer) {
        given(settings, "settings");
        given(trainer, "trainer");
        if (!settings.hidden().equals(hidden())
                || given(rates, "rates").size() != network.layers().size()) {
            throw new IllegalArgumentException(
                    "the source has %s units, and a rate for each layer and the last is wanted, got %s units and rates %s"
                            .formatted(hidden(), settings.hidden(), rates));
        }
        check(table, label);
        var labels = Labels.toLearn(table, label);
        var own = new Schema(schema.features(), labels.target());
        var rows = standardiser.apply(own.completeRows(table, trainer.name()));
        var layers = network.layers();
        var start = new NetworkStart(layers.subList(0, layers.size() - 1), rates);
        var training =
                new NetworkTraining(
                        trainer.name(),
                        settings,
                        NetworkTraining.CROSS_ENTROPY,
                        start,
                        rows,
                        labels);
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        var learnt = training.run();
        return new NetworkModel(
                own, trainer, standardiser, learnt.network(), provenance, learnt.outcome());
    }

    /** Returns the same, which does not know any more which rows it has learnt from. */
    public PretrainedNetwork withoutRows() {
        return new PretrainedNetwork(schema, standardiser, network, Provenance.UNKNOWN);
    }

    /** True for the same weights on the same scale, not only the same arrays. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PretrainedNetwork that
                && schema.equals(that.schema)
                && network.equals(that.network)
                && provenance.equals(that.provenance)
                && Arrays.equals(standardiser.means(), that.standardiser.means())
                && Arrays.equals(standardiser.deviations(), that.standardiser.deviations());
    }

    @Override
    public int hashCode() {
        return network.hashCode();
    }

    /** Says what it is, and by a number of its weights which one. */
    @Override
    public String toString() {
        return "%d features, %s units, knows '%s', %08x"
                .formatted(schema.features().size(), hidden(), schema.label(), network.hashCode());
    }
}
