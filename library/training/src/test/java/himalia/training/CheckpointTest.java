package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class CheckpointTest {
    @TempDir Path folder;
    private Path file;

    private final Table train = heldOut("wine", false);
    private final NetworkOptions options = new NetworkOptions(12, 42).rate(0.01);

    /** How many forward passes there may be until the power is cut. */
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /** Has batch norm and drop-out, which chance and moments show in. */
    private final BlockMaker maker =
            outputs ->
                    new SequentialBlock()
                            .add(
                                    LambdaBlock.singleton(
                                            rows -> {
                                                if (left.decrementAndGet() < 0) {
                                                    throw new CancellationException("cut off");
                                                }
                                                return rows;
                                            }))
                            .add(BlockClassifierTest.DROPS.block(outputs));

    @BeforeEach
    void name() {
        file = folder.resolve("BlockClassifier.checkpoint");
    }

    private byte[] weights(NetworkOptions how) {
        try (var model = new BlockClassifier(maker, how).fit(train, "y")) {
            return ((BlockModel) model).weights().bytes();
        }
    }

    private void cutOff(NetworkOptions how, int passes) {
        left.set(passes);
        try (var model = new BlockClassifier(maker, how).fit(train, "y")) {
            assertThat(model.outcome()).startsWith("interrupted");
        } catch (CancellationException e) {
            assertThat(e).hasMessageContaining("interrupted");
        }
        left.set(Integer.MAX_VALUE);
    }

    /** In the first epoch, in the middle, in the last. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 25, 38, 48})
    void aTrainingThatWasCutOffEndsAsOneThatWasNot(int passes) {
        var whole = weights(options);
        var kept = options.checkpoints(folder);

        cutOff(kept, passes);

        assertThat(file).exists();
        assertThat(weights(kept)).isEqualTo(whole);
        assertThat(file).as("it has gone to its end").doesNotExist();
    }

    @Test
    void soDoesOneThatKeepsItsBestEpoch() {
        var patient = new NetworkOptions(60, 7).rate(0.02).patience(4);
        var whole = weights(patient);
        var kept = patient.checkpoints(folder);

        cutOff(kept, 25);
        cutOff(kept, 15);

        assertThat(file).exists();
        assertThat(weights(kept)).isEqualTo(whole);
    }

    @Test
    void moreEpochsGoOnWhereFewerWereCutOff() {
        cutOff(options.checkpoints(folder), 20);

        var longer = new NetworkOptions(15, 42).rate(0.01);
        assertThat(weights(longer.checkpoints(folder))).isEqualTo(weights(longer));
    }

    @Test
    void fewerEpochsThanItHasAreRefused() {
        cutOff(options.checkpoints(folder), 20);

        assertThatThrownBy(() -> weights(new NetworkOptions(2, 42).rate(0.01).checkpoints(folder)))
                .hasMessage(
                        "the checkpoint %s has gone through 4 epochs, and here it is to be 2; ask for as many at least, name another folder, or delete it to begin anew"
                                .formatted(file));
    }

    @Test
    void anotherTrainingIsRefusedByWhatDiffers() throws Exception {
        var kept = options.checkpoints(folder);
        cutOff(kept, 20);
        var before = Files.readAllBytes(file);

        assertThatThrownBy(() -> weights(kept.rate(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the checkpoint %s is of another training: its rate is 0.01, and here 0.5; name another folder, or delete it to begin anew"
                                .formatted(file));
        assertThatThrownBy(() -> new BlockClassifier(maker, kept).fit(train.first(100), "y"))
                .hasMessageContaining("its number of rows is 124, and here 100; ");
        train.doubleColumn(0).set(3, 12.3);
        assertThatThrownBy(() -> weights(kept))
                .hasMessageContaining("its content of its rows is SHA-256 ");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        var kept = options.checkpoints(folder);
        cutOff(kept, 20);
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
        left.set(100);

        assertThatThrownBy(() -> weights(options.checkpoints(taken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write the checkpoint of epoch 0: ")
                .hasMessageEndingWith(
                        "%s is a file, and no folder; name another one; name a folder that takes files, with room for three times the weights"
                                .formatted(taken));
        assertThat(left).as("it was asked for its form alone").hasValueGreaterThan(95);
    }
}
