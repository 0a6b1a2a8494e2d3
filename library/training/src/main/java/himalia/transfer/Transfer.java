package himalia.transfer;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Classifier;
import himalia.model.Model;
import himalia.training.MultilayerPerceptron;
import himalia.training.PretrainedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/**
 * A network that was trained for one label, trained on for another: the hidden layers are taken over, frozen or not, and the last
 * layer is new.
 *
 * <pre>{@code
 * var source = new MultilayerPerceptron(List.of(64), 30, 42).fit(train, "digit");
 * Transfer.frozen(source, 60, 42).fit(others, "churned");          // the last layer alone learns
 * Transfer.fineTune(source, 60, 42).fit(others, "churned");        // all do, the first the slowest
 * Transfer.fineTune(source, 60, 42).withRates(0.001, 0.01)         // a rate for each layer
 * }</pre>
 *
 * <p>The table has the source's features, in any order, and no others; they keep the source's scale. A layer of rate 0 is frozen: it has no
 * gradient, and does not move by a bit. Whether it all pays is told by a {@link TransferStudy}.
 *
 * @param source the trained network
 * @param rates how far each step of Adam goes, a rate a layer, that of the new last layer included and above 0
 * @param epochs how many times it sees every row, at most
 * @param batch how many rows are seen between two steps
 * @param patience how many epochs without progress it bears, or 0 to go through all epochs
 * @param seed makes two runs agree
 */
public record Transfer(
        PretrainedNetwork source,
        List<Double> rates,
        int epochs,
        int batch,
        int patience,
        long seed)
        implements Classifier {
    private static final double USUAL = 0.01;

    /** By how much a layer goes slower than the next one; Howard and Ruder's. */
    private static final double SLOWER = 2.6;

    private static final int ROWS = 32;

    public Transfer {
        given(source, "source");
        given(rates, "rates");
        rates = List.copyOf(rates);
        int layers = source.network().layers().size();
        if (rates.size() != layers) {
            throw new IllegalArgumentException(
                    "the source has %s, the last one included, and each has its rate; got %s: %s"
                            .formatted(
                                    Amount.of(layers, "layer"),
                                    Amount.of(rates.size(), "rate"),
                                    rates));
        }
        for (double rate : rates) {
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a rate is 0, for a frozen layer, or above and finite, got %s in %s"
                                .formatted(rate, rates));
            }
        }
        if (rates.get(layers - 1) == 0) {
            throw new IllegalArgumentException(
                    "the last layer is new and knows nothing yet, so that its rate is above 0, got "
                            + rates);
        }
        // Checks the other settings.
        network(source, rates, epochs, batch, patience, seed);
    }

    /** Leaves all layers of the source as they are, and trains the last one at rate 0.01, 32 rows a step: a linear probe. */
    public static Transfer frozen(Model source, int epochs, long seed) {
        var network = PretrainedNetwork.of(source);
        var rates = new ArrayList<>(Collections.nCopies(network.hidden().size(), 0.0));
        rates.add(USUAL);
        return new Transfer(network, rates, epochs, ROWS, 0, seed);
    }

    /**
     * Trains all layers, 32 rows a step: the last one at rate 0.01, and each before it at that of the next by 2.6, since the first ones fit other
     * labels best.
     *
     * <p>J. Howard, S. Ruder (2018): Universal Language Model Fine-tuning for Text Classification. Proceedings of ACL, 328–339.
     */
    public static Transfer fineTune(Model source, int epochs, long seed) {
        var network = PretrainedNetwork.of(source);
        int hidden = network.hidden().size();
        var rates = new ArrayList<Double>();
        for (int layer = 0; layer <= hidden; layer++) {
            rates.add(USUAL / Math.pow(SLOWER, hidden - layer));
        }
        return new Transfer(network, rates, epochs, ROWS, 0, seed);
    }

    /** Returns the same with other rates, one a layer from the first to the new last one; 0 freezes. */
    public Transfer withRates(double... rates) {
        var list = DoubleStream.of(given(rates, "rates")).boxed().toList();
        return new Transfer(source, list, epochs, batch, patience, seed);
    }

    /** Returns the same with another seed. */
    Transfer withSeed(long other) {
        return new Transfer(source, rates, epochs, batch, patience, other);
    }

    /** Returns the same of which the last layer alone learns. */
    Transfer frozen() {
        var frozen = new ArrayList<>(Collections.nCopies(rates.size() - 1, 0.0));
        frozen.add(rates.get(rates.size() - 1));
        return new Transfer(source, frozen, epochs, batch, patience, seed);
    }

    /** Returns what it has to beat: a network of as many units that begins with weights of its own, all at the last layer's rate. */
    public MultilayerPerceptron fromScratch() {
        return network(source, rates, epochs, batch, patience, seed);
    }

    private static MultilayerPerceptron network(
            PretrainedNetwork source,
            List<Double> rates,
            int epochs,
            int batch,
            int patience,
            long seed) {
        double rate = rates.get(rates.size() - 1);
        return new MultilayerPerceptron(source.hidden(), epochs, rate, batch, patience, seed);
    }

    /** Returns the same, where nobody finds out any more which rows the source has learnt from. */
    @Override
    public Transfer withoutRows() {
        return new Transfer(source.withoutRows(), rates, epochs, batch, patience, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        return source.fit(table, label, fromScratch(), rates, this);
    }
}
