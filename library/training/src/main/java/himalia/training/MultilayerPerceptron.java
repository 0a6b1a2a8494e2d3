package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.features.Standardiser;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * A small neural network, trained by PyTorch, with its loss drawn while it learns.
 *
 * <pre>{@code
 * Model model = new MultilayerPerceptron(List.of(32, 16), 30, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>Features are standardised by the training rows. With patience, a tenth of the rows, of which there must be 20, is set aside, and training ends
 * when the loss on them has not fallen for that many epochs; the best epoch's weights are kept. An interrupt after the first epoch gives the
 * model of the best one so far, or of the last without patience, which {@code outcome()} tells.
 *
 * @param hidden how many units each hidden layer has
 * @param epochs how many times it sees every row, at most
 * @param rate how far each step of Adam goes
 * @param batch how many rows are seen between two steps
 * @param patience how many epochs without progress it bears, or 0 to go through all epochs
 * @param seed makes two runs agree
 */
public record MultilayerPerceptron(
        List<Integer> hidden, int epochs, double rate, int batch, int patience, long seed)
        implements Classifier {
    public MultilayerPerceptron {
        given(hidden, "hidden");
        hidden = List.copyOf(hidden);
        for (int units : hidden) {
            Checks.atLeast("the units of a hidden layer", units, 1);
        }
        Checks.atLeast("epochs", epochs, 1);
        Checks.above("rate", rate, 0);
        Checks.atLeast("batch", batch, 1);
        Checks.atLeast("patience", patience, 0);
    }

    /** Sees 32 rows a step at rate 0.01, and goes through all epochs. */
    public MultilayerPerceptron(List<Integer> hidden, int epochs, long seed) {
        this(hidden, epochs, 0.01, 32, 0, seed);
    }

    /** Returns a trainer of the same network that makes focal loss small. */
    public FocalPerceptron withLoss(FocalLoss loss) {
        return new FocalPerceptron(this, loss);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, this, NetworkTraining.CROSS_ENTROPY);
    }

    /**
     * Learns somewhere else than in this process.
     *
     * @param trainer whom the model names as its trainer
     * @param place where the steps are made
     */
    public Model fit(Table table, String label, Trainer trainer, NetworkPlace place) {
        given(trainer, "trainer");
        given(place, "place");
        return fit(table, label, trainer, NetworkTraining.CROSS_ENTROPY, each -> each.run(place));
    }

    /**
     * Goes on from a network that has learnt from the same rows, maybe by another rate or batch. Adam's moments begin anew.
     *
     * <pre>{@code
     * var network = new MultilayerPerceptron(List.of(16), 10, 42);
     * Model before = network.fit(train, "churned");
     * Model after = network.fit(train, "churned", before);     // as if it had 20 epochs, nearly
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no network, or one of other features, classes or hidden layers
     */
    public Model fit(Table table, String label, Model before) {
        if (!(given(before, "before") instanceof NetworkModel network)) {
            throw new IllegalArgumentException(
                    "a MultilayerPerceptron goes on from a network, got a model of "
                            + before.trainer().name());
        }
        var labels = Labels.toLearn(table, label);
        var rows = network.rows(table, labels, this);
        var training =
                new NetworkTraining(
                        name(), this, NetworkTraining.CROSS_ENTROPY, network.start(), rows, labels);
        return network.with(this, training.run(), table);
    }

    /** Trains for {@code trainer}, which is this or has another loss. */
    Model fit(Table table, String label, Trainer trainer, FocalLoss loss) {
        return fit(table, label, trainer, loss, NetworkTraining::run);
    }

    private Model fit(
            Table table,
            String label,
            Trainer trainer,
            FocalLoss loss,
            Function<NetworkTraining, NetworkTraining.Learnt> run) {
        var labels = Labels.toLearn(table, label);
        var ordered = loss.ordered(labels, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, trainer.name());
        var standardiser = Standardiser.of(rows);
        var scaled = standardiser.apply(rows);
        var training =
                new NetworkTraining(
                        trainer.name(), this, ordered, NetworkStart.NOTHING, scaled, labels);
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        var learnt = run.apply(training);
        return new NetworkModel(
                schema, trainer, standardiser, learnt.network(), provenance, learnt.outcome());
    }
}
