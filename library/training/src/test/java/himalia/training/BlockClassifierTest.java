package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.training.initializer.Initializer;
import himalia.evaluation.Report;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockClassifierTest {
    static final BlockMaker DROPS =
            outputs ->
                    new SequentialBlock()
                            .add(Linear.builder().setUnits(16).build())
                            .add(BatchNorm.builder().build())
                            .add(Activation.reluBlock())
                            .add(Dropout.builder().optRate(0.2f).build())
                            .add(Linear.builder().setUnits(outputs).build());

    private static final NetworkOptions FEW = new NetworkOptions(3, 42).rate(0.01);

    private static final BlockMaker CONVOLUTIONS =
            outputs ->
                    new SequentialBlock()
                            .add(
                                    Conv2d.builder()
                                            .setKernelShape(new Shape(3, 3))
                                            .setFilters(8)
                                            .build())
                            .add(Activation.reluBlock())
                            .add(Blocks.batchFlattenBlock())
                            .add(Linear.builder().setUnits(outputs).build());

    private static BlockWeights weights(Model model) {
        return ((BlockModel) model).weights();
    }

    static void chance(int seed) {
        Engines.pytorch().setRandomSeed(seed);
    }

    static float drawn() {
        try (var manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            return manager.randomUniform(0, 1, new Shape(1)).getFloat(0);
        }
    }

    @Test
    void theSameSeedGivesTheSameWeightsWhateverPytorchHasDrawn() {
        var train = heldOut("wine", false);
        var trainer = new BlockClassifier(DROPS, FEW);
        chance(1);
        try (var one = trainer.fit(train, "y")) {
            float behind = drawn();
            chance(2);
            try (var other = trainer.fit(train, "y")) {
                assertThat(weights(other).bytes()).isEqualTo(weights(one).bytes());
                assertThat(weights(other).names()).hasSize(8);
                assertThat(drawn()).as("PyTorch's chance is its own again").isNotEqualTo(behind);
            }
        }
        try (var one = new BlockClassifier(DROPS, new NetworkOptions(3, 43)).fit(train, "y");
                var other = trainer.fit(train, "y")) {
            assertThat(weights(other).bytes()).isNotEqualTo(weights(one).bytes());
        }
    }

    @Test
    void weightsBeginAsGlorotSaysAndAsTheirOwnInitialiserDoes() {
        BlockMaker maker =
                outputs -> {
                    var first = Linear.builder().setUnits(5).build();
                    var last = Linear.builder().setUnits(outputs).build();
                    last.setInitializer(Initializer.ONES, Parameter.Type.WEIGHT);
                    return new SequentialBlock().add(first).add(last);
                };
        var still = new NetworkOptions(1, 42).rate(1e-30);
        try (var model = new BlockClassifier(maker, still).fit(heldOut("iris", false), "y")) {
            var seen = weights(model).all();
            float limit = (float) Math.sqrt(6.0 / (4 + 5));
            var drawn = seen.get(0).values();
            for (float weight : drawn) {
                assertThat(weight).isBetween(-limit, limit);
            }
            assertThat(Set.of(drawn[0], drawn[1], drawn[19])).hasSize(3);
            assertThat(seen.get(2).values()).containsOnly(1);
        }
    }

    /** PyTorch's batch norm refuses to learn from one row: "Expected more than 1 value per channel when training". */
    @Test
    void aRowThatIsLeftOverGoesAlongWithTheLastBatch() {
        var rows = heldOut("wine", false).first(97);
        try (var model = new BlockClassifier(DROPS, FEW).fit(rows, "y")) {
            assertThat(model.predict(rows).size()).isEqualTo(97);
        }
        assertThatThrownBy(() -> new BlockClassifier(DROPS, FEW.batch(1)).fit(rows, "y"))
                .hasMessageContaining("Expected more than 1 value per channel when training");
    }

    @Test
    void aBlockOfConvolutionsTakesRowsInItsShape() {
        var trainer =
                new BlockClassifier(CONVOLUTIONS, new NetworkOptions(6, 42).rate(0.003))
                        .shaped(1, 8, 8)
                        .unscaled();
        try (var model = trainer.fit(heldOut("digits", false), "y")) {
            assertThat(Report.of(model, heldOut("digits", true)).accuracy()).isGreaterThan(0.95);
            assertThat(((BlockModel) model).inputs().standardiser().means()).containsOnly(0);
        }
        assertThat(trainer.toString())
                .isEqualTo(
                        "BlockClassifier[shape=[1, 8, 8], scaled=false, options=[epochs=6, rate=0.003, batch=32, patience=0, seed=42]]");
    }

    @Test
    void manyThreadsAskOneModelAndNothingOfItStays() throws Exception {
        var test = heldOut("wine", true);
        var made = new ArrayList<Block>();
        BlockMaker maker =
                outputs -> {
                    made.add(DROPS.block(outputs));
                    return made.get(made.size() - 1);
                };
        var model = new BlockClassifier(maker, FEW).fit(heldOut("wine", false), "y");
        assertThat(open(made)).as("after training").isZero();
        var alone = model.predict(test);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> ask = () -> model.predict(test);
            for (var said : threads.invokeAll(Collections.nCopies(12, ask))) {
                assertThat(said.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(open(made)).as("one for each thread at most").isBetween(1L, 4L);
        model.close();
        assertThat(open(made)).isZero();
        assertThat(model.predict(test)).as("it may be asked again").isEqualTo(alone);
        model.close();
    }

    /** How many blocks have memory outside of the heap. */
    private static long open(List<Block> made) {
        return made.stream()
                .flatMap(block -> block.getParameters().values().stream().limit(1))
                .filter(Parameter::isInitialized)
                .filter(parameter -> !((PtNDArray) parameter.getArray()).isReleased())
                .count();
    }

    @Test
    void aFileKeepsAllButTheCode(@TempDir Path folder) {
        var test = heldOut("wine", true);
        var file = folder.resolve("wine.model");
        var trainer = new BlockClassifier(DROPS, FEW);
        try (var model = trainer.fit(heldOut("wine", false), "y")) {
            model.save(file);
            try (var half = Model.load(file)) {
                assertThat(half.schema()).isEqualTo(model.schema());
                assertThatThrownBy(() -> half.predict(test))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage(
                                "the block of this model is Java code, which no model file holds: give it anew, as new BlockClassifier(maker, options).load(file); its trainer was BlockClassifier[shape=[], scaled=true, options=[epochs=3, rate=0.01, batch=32, patience=0, seed=42]]");
                assertThatThrownBy(() -> half.trainer().fit(test, "y"))
                        .hasMessage(
                                "the block of this BlockClassifier is Java code, which no model file holds: to train again, give it anew, as new BlockClassifier(maker, options)");
                half.save(folder.resolve("again.model"));
            }
            var other = new BlockClassifier(DROPS, new NetworkOptions(99, 1));
            try (var again = other.load(folder.resolve("again.model"))) {
                assertThat(again.predict(test)).isEqualTo(model.predict(test));
                assertThat(again.trainer()).isEqualTo(trainer);
                assertThat(again.provenance()).isEqualTo(model.provenance());
            }
        }
        BlockMaker wider =
                outputs ->
                        DROPS.block(outputs).getChildren().size() == 5
                                ? new SequentialBlock()
                                        .add(Linear.builder().setUnits(17).build())
                                        .add(BatchNorm.builder().build())
                                        .add(Activation.reluBlock())
                                        .add(Dropout.builder().build())
                                        .add(Linear.builder().setUnits(outputs).build())
                                : Blocks.identityBlock();
        assertThatThrownBy(() -> new BlockClassifier(wider, FEW).load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        file
                                + " cannot be read as a model: these weights are of another block than the block of BlockClassifier: '01Linear_weight' has shape [16, 13], and [17, 13] there");
        assertThatThrownBy(() -> new BlockClassifier(CONVOLUTIONS, FEW).load(file))
                .hasMessageContaining(
                        "these weights are of another block than the block of BlockClassifier: they are of [01Linear_weight, ");
        assertThatThrownBy(() -> new BlockRegressor(DROPS, FEW).load(file))
                .hasMessage(
                        file
                                + " holds no block of a BlockRegressor: its model is of "
                                + trainer
                                + "; load a block by the trainer that it was trained by, and what has no code by Model.load");
    }

    @Test
    void aBlockInAPipelineOrAnEnsembleComesBackToo(@TempDir Path folder) {
        var train = heldOut("wine", false);
        var trainer = new BlockClassifier(DROPS, FEW);
        for (var whole :
                List.of(
                        Pipeline.of(new StandardScaler()).train(trainer),
                        new Bagging(trainer, 2, 42))) {
            var file = folder.resolve(whole.name());
            try (var model = whole.fit(train, "y")) {
                model.save(file);
                try (var again = trainer.load(file)) {
                    assertThat(again.predict(train)).isEqualTo(model.predict(train));
                }
            }
        }
    }

    private static BlockMaker linear(int units) {
        return outputs -> Linear.builder().setUnits(units).build();
    }

    static Stream<Arguments> slips() {
        var one = Linear.builder().setUnits(3).build();
        return Stream.of(
                Arguments.of(
                        linear(7),
                        "the block of BlockClassifier gives [(2, 7)] for 2 rows, and (2, 3) are wanted, a score for each class of each row: let its last layer have as many units as the maker is told"),
                Arguments.of(
                        (BlockMaker) outputs -> one,
                        "the maker of BlockClassifier hands out the same block, or parts of it, twice, and a block holds its weights: make all of it in the maker, as outputs -> new SequentialBlock().add(…)"),
                Arguments.of(
                        (BlockMaker) outputs -> new SequentialBlock().add(one),
                        "the maker of BlockClassifier hands out the same block, or parts of it, twice, and a block holds its weights: make all of it in the maker, as outputs -> new SequentialBlock().add(…)"),
                Arguments.of(
                        (BlockMaker) outputs -> LambdaBlock.singleton(rows -> rows.get(":, 0:3")),
                        "the block of BlockClassifier has nothing to learn: none of its parameters moves; "),
                Arguments.of(
                        (BlockMaker) outputs -> null,
                        "the maker of BlockClassifier returned null; it returns a new block"),
                Arguments.of(
                        CONVOLUTIONS,
                        "the block of BlockClassifier fails for rows of shape [13]: Expected layout: NCHW, but got: ??; check which shape each of its layers takes"),
                Arguments.of(
                        (BlockMaker)
                                outputs ->
                                        new SequentialBlock()
                                                .add(Linear.builder().setUnits(outputs).build())
                                                .add(
                                                        LambdaBlock.singleton(
                                                                rows ->
                                                                        rows.toType(
                                                                                DataType.FLOAT16,
                                                                                false))),
                        "the block of BlockClassifier computes with floats of 32 bits, and what it gives is of float16; turn it into those by toType(DataType.FLOAT32, false)"),
                Arguments.of(
                        (BlockMaker)
                                outputs ->
                                        LambdaBlock.singleton(
                                                rows -> {
                                                    throw new IllegalStateException("by hand");
                                                }),
                        "the block of BlockClassifier fails for rows of shape [13]: by hand; check which shape each of its layers takes, and the shape that rows are given to it in"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aBlockThatDoesNotFitIsRefusedBeforeItLearns(BlockMaker maker, String message) {
        assertThatThrownBy(() -> new BlockClassifier(maker, FEW).fit(heldOut("wine", false), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aTrainingThatDivergesGivesNoModel() {
        BlockMaker deep =
                outputs ->
                        new SequentialBlock()
                                .add(Linear.builder().setUnits(3).build())
                                .add(Linear.builder().setUnits(outputs).build());
        for (var options : List.of(FEW.rate(1e30), FEW.rate(1e30).patience(2))) {
            assertThatThrownBy(
                            () ->
                                    new BlockClassifier(deep, options)
                                            .fit(heldOut("iris", false), "y"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "BlockClassifier diverges: in epoch \\d its loss is (NaN|Infinity); take a smaller rate than 1.0E30, or scale features with huge values");
        }
    }

    @Test
    void numbersThatNoFloatIsAreRefused() {
        var rows = heldOut("iris", false);
        var first = rows.columnNames().get(0);
        rows.doubleColumn(first).set(4, 1e300);
        assertThatThrownBy(() -> new BlockClassifier(linear(3), FEW).unscaled().fit(rows, "y"))
                .hasMessage(
                        "column '%s' has 1.0E300 in row 4, which is larger than any float on the scale of that column, and BlockClassifier computes with those; scale it, or make that cell missing"
                                .formatted(first));
    }

    @Test
    void aParameterThatNobodyAsksStaysAsItWas() {
        BlockMaker idle =
                outputs -> {
                    var block = new SequentialBlock();
                    return block.add(Linear.builder().setUnits(outputs).build())
                            .add(
                                    new ai.djl.nn.ParallelBlock(
                                            all -> all.get(0),
                                            List.of(
                                                    Blocks.identityBlock(),
                                                    Linear.builder().setUnits(2).build())));
                };
        try (var model = new BlockClassifier(idle, FEW).fit(heldOut("iris", false), "y")) {
            assertThat(weights(model).names()).hasSize(4);
            assertThat(Arrays.asList(model.predict(heldOut("iris", true)).classes())).isNotEmpty();
        }
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> new NetworkOptions(0, 42))
                .hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> FEW.rate(-1)).hasMessageStartingWith("rate must be above 0");
        assertThatThrownBy(() -> FEW.batch(0)).hasMessage("batch must be at least 1, got 0");
        assertThatThrownBy(() -> FEW.patience(-1))
                .hasMessage("patience must be at least 0, got -1");
    }
}
