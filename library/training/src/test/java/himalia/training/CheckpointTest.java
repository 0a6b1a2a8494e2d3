package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import cells.Cell;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.training.BlockWeights.Weight;
import himalia.training.Descent.Moments;
import himalia.training.NetworkCheckpoint.Content;
import java.io.File;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class CheckpointTest {
    @TempDir Path folder;

    private final Table train = heldOut("wine", false);
    private final NetworkOptions options = new NetworkOptions(12, 42).rate(0.01);

    /** How many steps there may be until the power is cut. */
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /** What happens where rows are asked about, and not learnt from. */
    private Runnable whenAsked = () -> {};

    /** Has batch norm and drop-out, which chance and moments show in. */
    private final BlockMaker maker =
            outputs ->
                    new SequentialBlock()
                            .add(new Power())
                            .add(BlockClassifierTest.DROPS.block(outputs));

    private final class Power extends AbstractBlock {
        @Override
        protected NDList forwardInternal(
                ParameterStore weights,
                NDList rows,
                boolean isTraining,
                @Nullable PairList<String, Object> settings) {
            if (isTraining && left.decrementAndGet() < 0) {
                throw new CancellationException("cut off");
            }
            if (!isTraining) {
                whenAsked.run();
            }
            return rows;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] rows) {
            return rows;
        }
    }

    /** As a cell does: this class of the library's, below the training, would make it a part. */
    private static Model fit(Trainer trainer, Table table) {
        return Cell.fit(trainer, table, "y");
    }

    /** Returns the only one there is. */
    private Path file() {
        assertThat(folder).isDirectoryContaining("glob:**.checkpoint");
        return folder.toFile().listFiles()[0].toPath();
    }

    private byte[] weights(BlockMaker block, NetworkOptions how) {
        try (var model = fit(new BlockClassifier(block, how), train)) {
            return ((BlockModel) model).weights().bytes();
        }
    }

    private byte[] weights(NetworkOptions how) {
        return weights(maker, how);
    }

    private void cutOff(NetworkOptions how, int steps) {
        cutOff(maker, how, steps);
    }

    private void cutOff(BlockMaker block, NetworkOptions how, int steps) {
        left.set(steps);
        try (var model = fit(new BlockClassifier(block, how), train)) {
            assertThat(model.outcome()).startsWith("interrupted");
        } catch (CancellationException e) {
            assertThat(e).hasMessageContaining("interrupted");
        }
        left.set(Integer.MAX_VALUE);
    }

    /** In the first epoch, in the middle, in the last. */
    @ParameterizedTest
    @ValueSource(ints = {1, 18, 23, 36, 46})
    void aTrainingThatWasCutOffEndsAsOneThatWasNot(int steps) {
        var whole = weights(options);
        var kept = options.checkpoints(folder);

        cutOff(kept, steps);

        assertThat(file()).exists();
        assertThat(weights(kept)).isEqualTo(whole);
        assertThat(folder).as("it has gone to its end").isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessWasWritingIsGoneToo() throws Exception {
        var kept = options.checkpoints(folder);
        cutOff(kept, 18);
        var name = file().getFileName().toString();
        var id = "0a1b2c3d-0000-4000-8000-0123456789ab";
        var draft =
                Files.writeString(
                        folder.resolve(".himalia-" + id + "." + name.substring(name.length() - 32)),
                        "half");
        Files.setLastModifiedTime(draft, FileTime.fromMillis(0));

        weights(kept);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void soDoesOneThatKeepsItsBestEpoch() {
        var patient = new NetworkOptions(60, 7).rate(0.02).patience(4);
        var whole = weights(patient);
        var kept = patient.checkpoints(folder);

        cutOff(kept, 10);
        cutOff(kept, 7);

        assertThat(file()).exists();
        assertThat(weights(kept)).isEqualTo(whole);
    }

    @Test
    void moreEpochsGoOnWhereFewerWereCutOff() {
        cutOff(options.checkpoints(folder), 18);

        var longer = new NetworkOptions(15, 42).rate(0.01);
        assertThat(weights(longer.checkpoints(folder))).isEqualTo(weights(longer));
    }

    @Test
    void fewerEpochsThanItHasAreRefused() {
        cutOff(options.checkpoints(folder), 18);

        assertThatThrownBy(() -> weights(new NetworkOptions(2, 42).rate(0.01).checkpoints(folder)))
                .hasMessage(
                        "the checkpoint %s has gone through 4 epochs, and here it is to be 2; ask for as many at least, name another folder, or delete it to begin anew"
                                .formatted(file()));
    }

    /** Each has a file of its own, and the first one still goes on. */
    @Test
    void anotherTrainingBeginsAnewBesideIt() throws Exception {
        var whole = weights(options);
        var kept = options.checkpoints(folder);
        cutOff(kept, 18);
        var before = Files.readAllBytes(file());

        assertThat(weights(kept.rate(0.5))).isEqualTo(weights(options.rate(0.5)));
        fit(new BlockClassifier(maker, kept), train.first(100)).close();
        train.doubleColumn(0).set(3, train.doubleColumn(0).get(3) + 1);
        assertThat(weights(kept)).isEqualTo(weights(options));
        train.doubleColumn(0).set(3, train.doubleColumn(0).get(3) - 1);

        assertThat(file()).hasBinaryContent(before);
        assertThat(weights(kept)).isEqualTo(whole);
    }

    /** Of the same names and shapes. */
    @Test
    void soDoesAnotherBlock() {
        BlockMaker relu = block(Activation::reluBlock, false);
        BlockMaker tanh = block(Activation::tanhBlock, false);
        BlockMaker frozen = block(Activation::reluBlock, true);
        var kept = options.checkpoints(folder);
        for (var other : List.of(tanh, frozen)) {
            cutOff(relu, kept, 18);

            assertThat(weights(other, kept)).isEqualTo(weights(other, options));
            assertThat(weights(relu, kept)).isEqualTo(weights(relu, options));
        }
    }

    private BlockMaker block(Supplier<Block> between, boolean isFrozen) {
        return outputs -> {
            var first = Linear.builder().setUnits(4).build();
            first.freezeParameters(isFrozen);
            return new SequentialBlock()
                    .add(new Power())
                    .add(first)
                    .add(between.get())
                    .add(Linear.builder().setUnits(outputs).build());
        };
    }

    /** Java names a lambda anew in each process, and a notebook its classes in each cell. */
    @Test
    void namesThatAreMadeAnewAreNoOtherBlock() {
        assertThat(BlockFingerprint.layers("Cell7$$Lambda$31/0x00007f2@1f (4) -> (4)"))
                .isEqualTo(BlockFingerprint.layers("Cell9$$Lambda/0x0000123 (4) -> (4)"))
                .isEqualTo("lambda (4) -> (4)");
        assertThat(BlockFingerprint.layers("cells.Cell7$Gate@12ab34cd {\n\tLinear(3 -> 4)\n}"))
                .isEqualTo("Gate {\n\tLinear(3 -> 4)\n}");
    }

    @Test
    void aFileThatWasRenamedIsRefusedByWhatDiffers() throws Exception {
        var whose = new LinkedHashMap<>(Map.of("rate", "0.01", "classes", "[" + "a, ".repeat(99)));
        var file = folder.resolve("renamed.checkpoint");
        var content = new Content(1, 1, 0, 0, NONE, NONE, new Moments(0, List.of(), List.of()));
        new NetworkCheckpoint(file, "PyTorch 2", whose).write(content);

        assertThatThrownBy(() -> read(file, "PyTorch 2", Map.of("rate", "0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the checkpoint %s is of another training: its rate is 0.01, and here 0.5; name another folder, or delete it to begin anew"
                                .formatted(file));
        assertThatThrownBy(
                        () ->
                                read(
                                        file,
                                        "PyTorch 2",
                                        Map.of("classes", "[" + "a, ".repeat(98) + "b")))
                .hasMessageContaining(
                        "its classes is …%sa, , and here …%sb; name"
                                .formatted(
                                        "a, ".repeat(7).substring(1),
                                        "a, ".repeat(7).substring(1)));
        assertThatThrownBy(() -> read(file, "PyTorch 3", whose))
                .hasMessage(
                        "the checkpoint %s was written with PyTorch 2, and here is PyTorch 3, which would end with other weights; go on with that one, name another folder, or delete it to begin anew"
                                .formatted(file));
    }

    private static Optional<Content> read(Path file, String engine, Map<String, String> whose) {
        return new NetworkCheckpoint(file, engine, whose).read(9);
    }

    private static final BlockWeights NONE = new BlockWeights(List.of());

    @Test
    void textsAndArraysHaveAnyLength() {
        var file = folder.resolve("long.checkpoint");
        var whose = Map.of("classes", "ä".repeat(70_000));
        var values = new float[20_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        var last = new BlockWeights(List.of(new Weight("w", List.of(20_001L), values)));
        var moments = new Moments(3, List.of(values, new float[0]), List.of());
        new NetworkCheckpoint(file, "", whose).write(new Content(4, 2, 1, 5, last, NONE, moments));

        var read = read(file, "", whose).orElseThrow();

        assertThat(read.last().bytes()).isEqualTo(last.bytes());
        assertThat(read.moments().means()).containsExactly(values, new float[0]);
    }

    /** No array takes it. */
    @Test
    void aFileOfMoreThanTwoGigabytesIsRead() throws Exception {
        var file = folder.resolve("huge.checkpoint");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Integer.MAX_VALUE + 9L);
        }

        assertThatThrownBy(() -> read(file, "", Map.of()))
                .hasMessageContaining("it is not what was written");
    }

    @Test
    void aFileThatCannotBeDeletedCostsNobodyTheModel() throws Exception {
        var whole = weights(options);
        whenAsked =
                () -> {
                    for (var there : folder.toFile().listFiles(File::isFile)) {
                        assertThat(there.delete()).isTrue();
                        assertThat(new File(there, "full").mkdirs()).isTrue();
                    }
                };

        assertThat(weights(options.checkpoints(folder))).isEqualTo(whole);
        assertThat(file().resolve("full")).exists();
    }

    @Test
    void whatWasReadIsNotWrittenAgain() throws Exception {
        var kept = options.checkpoints(folder);
        cutOff(kept, 18);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));

        cutOff(kept, 1);

        assertThat(Files.getLastModifiedTime(file()).toMillis()).isZero();
    }

    @Test
    void aPartOfSomethingLargerKeepsNone() {
        var trainer = new BlockClassifier(maker, options.checkpoints(folder));
        assertThatThrownBy(() -> fit(new Bagging(trainer, 2, 42), train))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "checkpoints are of one training, and here BlockClassifier is a part of something larger, such as a fold, a trial or a member of an ensemble; leave NetworkOptions.checkpoints(…) out there, or train it by itself");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderIsOneOfThisMachine() throws Exception {
        assertThat(options.checkpoints(Path.of("")).checkpoints()).isEqualTo(".");
        assertThatThrownBy(() -> new NetworkOptions(1, 0.1, 1, 0, "a\0b", 42))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("checkpoints must name a folder, got 'a");
        try (var zip =
                FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            assertThatThrownBy(() -> options.checkpoints(zip.getPath("/kept")))
                    .hasMessage(
                            "checkpoints are kept in a folder of this machine, and /kept lies in another file system; give a path by Path.of");
        }
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        var kept = options.checkpoints(folder);
        cutOff(kept, 18);
        var file = file();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;

        for (var damaged : new byte[][] {bytes, new byte[0], "a text, and no more".getBytes()}) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> weights(kept))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the checkpoint %s cannot be read: it is not what was written; delete it to begin anew, or name another folder"
                                    .formatted(file));
        }
    }

    @Test
    void aFolderThatTakesNoFileIsToldBeforeTheFirstEpoch() throws Exception {
        var taken = Files.writeString(folder.resolve("taken"), "a file");
        left.set(1);

        assertThatThrownBy(() -> weights(options.checkpoints(taken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write the checkpoint of epoch 0: ")
                .hasMessageEndingWith(
                        "%s is a file, and no folder; name another one; name a folder that takes files, with room for eight times the weights"
                                .formatted(taken));
        assertThat(left).as("no step was taken").hasValue(1);
    }
}
