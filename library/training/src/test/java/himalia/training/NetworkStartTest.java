package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import himalia.table.Seeds;
import himalia.training.numeric.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NetworkStartTest {
    private static final Network.Layer FIRST =
            new Network.Layer(new float[][] {{1, -1, 0.5f}, {2, 0.25f, -3}}, new float[] {1, 2, 3});

    private static SequentialBlock block() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(3).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(2).build());
    }

    /** Gradients of each parameter, by PyTorch; none where it was not asked for one. */
    private static List<float[]> gradients(NetworkStart start) {
        var engine = Engines.pytorch();
        var block = block();
        start.freeze(block);
        try (var manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            start.begin(block, Seeds.random(42));
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 2));
            assertThat(Layers.of(block).layers().get(0)).isEqualTo(FIRST);
            for (var each : block.getParameters().values()) {
                each.getArray().setRequiresGradient(each.requiresGradient());
            }
            try (var collector = engine.newGradientCollector()) {
                collector.backward(lost(manager, block));
            }
            var gradients = new ArrayList<float[]>();
            for (var each : block.getParameters().values()) {
                var array = each.getArray();
                gradients.add(array.hasGradient() ? array.getGradient().toFloatArray() : null);
            }
            return gradients;
        }
    }

    private static NDArray lost(NDManager manager, Block block) {
        var rows = manager.create(new float[] {1, 0.5f, -1, 2}, new Shape(2, 2));
        var said = block.forward(new ParameterStore(manager, false), new NDList(rows), true);
        var codes = new NDList(manager.create(new float[] {0, 1}));
        return Loss.softmaxCrossEntropyLoss().evaluate(codes, said);
    }

    @Test
    void aFrozenLayerHasNoGradientAndTheOthersHaveOne() {
        var frozen = gradients(new NetworkStart(List.of(FIRST), List.of(0.0, 0.01)));
        assertThat(frozen.get(0)).isNull();
        assertThat(frozen.get(1)).isNull();
        assertThat(frozen.get(2)).isNotNull();
        assertThat(frozen.get(3)).isNotNull();

        assertThat(gradients(new NetworkStart(List.of(FIRST), List.of(0.01, 0.01))))
                .doesNotContainNull();
    }

    /** Of one row the gradients of two classes are the same but for their sign, which DJL's own step takes for none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLayerOfTwoClassesLearnsAlone(int batch) {
        var train =
                Table.create(
                        DoubleColumn.create("x", -1, 1, -1, 1, -1, 1),
                        StringColumn.create("y", "no", "yes", "no", "yes", "no", "yes"));
        for (long seed = 0; seed < 3; seed++) {
            var trainer = new MultilayerPerceptron(List.of(), 10, 0.1, batch, 0, seed);
            assertThat(trainer.fit(train, "y").predict(train).ofClasses().labels())
                    .containsExactly("no", "yes", "no", "yes", "no", "yes");
        }
    }

    /** Kingma and Ba (2015): Adam's first step is as long as its rate, whatever the gradient, if that is far above epsilon. */
    @Test
    void eachLayersFirstStepIsAsLongAsItsRate() {
        var iris = heldOut("iris", false);
        var source =
                PretrainedNetwork.of(
                        new MultilayerPerceptron(List.of(6, 5), 20, 42).fit(iris, "y"));
        var rates = List.of(0.0, 0.001, 0.02);
        var settings = new MultilayerPerceptron(List.of(6, 5), 1, 0.02, 1_000, 0, 42);

        var moved = PretrainedNetwork.of(source.fit(iris, "y", settings, rates, settings));

        var before = source.network().layers();
        var after = moved.network().layers();
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(longest(before.get(1), after.get(1))).isBetween(0.00099, 0.00101);
        assertThat(moved.standardiser()).isEqualTo(source.standardiser());
    }

    private static double longest(Network.Layer before, Network.Layer after) {
        double longest = 0;
        for (int j = 0; j < before.weights().length; j++) {
            for (int k = 0; k < before.biases().length; k++) {
                double step = after.weights()[j][k] - before.weights()[j][k];
                longest = Math.max(longest, Math.abs(step));
            }
        }
        return longest;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNoneIsRefused(double rate) {
        assertThatThrownBy(() -> new NetworkStart(List.of(FIRST), List.of(rate, 0.01)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a rate is 0, for a frozen layer, or above and finite, got %s in [%s, 0.01]"
                                .formatted(rate, rate));
    }

    @Test
    void aNewLayerThatDoesNotMoveIsRefused() {
        assertThatThrownBy(() -> new NetworkStart(List.of(FIRST), List.of(0.01, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the last layer is new and knows nothing yet, so that its rate is above 0,"
                                + " got [0.01, 0.0]");
    }
}
