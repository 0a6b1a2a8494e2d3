package himalia.training;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import himalia.training.numeric.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * What a training begins with.
 *
 * @param layers the first layers, as another training left them; those behind begin with weights of their own
 * @param rates how far a step of each layer goes, with 0 for one that stays as it is; none where all go as far
 */
record NetworkStart(List<Network.Layer> layers, List<Double> rates) {
    static final NetworkStart NOTHING = new NetworkStart(List.of(), List.of());

    NetworkStart {
        layers = List.copyOf(layers);
        rates = List.copyOf(rates);
        for (double rate : rates) {
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a rate is 0, for a frozen layer, or above and finite, got %s in %s"
                                .formatted(rate, rates));
            }
        }
        if (!rates.isEmpty() && rates.get(rates.size() - 1) == 0) {
            throw new IllegalArgumentException(
                    "the last layer is new and knows nothing yet, so that its rate is above 0, got "
                            + rates);
        }
    }

    /** Keeps layers out of the search for gradients, before the block has arrays. */
    void freeze(Block block) {
        for (var layer : Layers.linear(block)) {
            if (rate(block, layer, 1) == 0) {
                layer.getParameters().forEach(each -> each.getValue().freeze(true));
            }
        }
    }

    /** Returns what takes the steps, once the block has arrays. */
    Descent descent(Block block, double usual) {
        var rates = new LinkedHashMap<Parameter, Double>();
        for (var layer : Layers.linear(block)) {
            double rate = rate(block, layer, usual);
            if (rate > 0) {
                layer.getParameters().forEach(each -> rates.put(each.getValue(), rate));
            }
        }
        return new Descent(rates);
    }

    private double rate(Block block, Linear layer, double usual) {
        return rates.isEmpty() ? usual : rates.get(Layers.linear(block).indexOf(layer));
    }

    /** Has the block begin with the layers, before it has arrays. */
    void begin(Block block, Random random) {
        var all = Layers.linear(block);
        for (int i = 0; i < layers.size(); i++) {
            Layers.begin(layers.get(i), all.get(i), random);
        }
    }
}
