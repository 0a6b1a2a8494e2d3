package himalia.training;

import himalia.display.bundle.WholeFile;
import himalia.training.Epochs.State;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The file that a training goes on from. It is written whole or not at all, and is of one training: that of the same settings and rows.
 *
 * @param whose the settings by name, and what the rows are, as texts
 */
record NetworkCheckpoint(Path file, Map<String, String> whose) {
    private static final String HEAD = "himalia-checkpoint 1";

    /**
     * What is kept.
     *
     * @param best what the best epoch left; none where that is the last one
     */
    record Content(
            int epoch,
            int bestEpoch,
            double least,
            double loss,
            BlockWeights last,
            BlockWeights best,
            Descent.Moments moments) {
        static Content of(State<BlockWeights> state, BlockWeights last, Descent.Moments moments) {
            var best =
                    state.bestEpoch() == state.epoch() ? new BlockWeights(List.of()) : state.best();
            return new Content(
                    state.epoch(),
                    state.bestEpoch(),
                    state.least(),
                    state.last(),
                    last,
                    best,
                    moments);
        }

        State<BlockWeights> state(BlockWeights now) {
            return new State<>(epoch, bestEpoch, least, loss, best.all().isEmpty() ? now : best);
        }
    }

    static NetworkCheckpoint in(String folder, String name, Map<String, String> whose) {
        return new NetworkCheckpoint(Path.of(folder).resolve(name + ".checkpoint"), whose);
    }

    /**
     * Reads it, where there is one.
     *
     * @param epochs how many are asked for
     * @throws IllegalArgumentException if it is of another training, has more epochs, or is damaged
     */
    Optional<Content> read(int epochs) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(file);
            int length = Math.max(0, bytes.length - Long.BYTES);
            var sum = new CRC32();
            sum.update(bytes, 0, length);
            if (bytes.length < Long.BYTES
                    || ByteBuffer.wrap(bytes).getLong(length) != sum.getValue()) {
                throw damaged("it is not what was written");
            }
            var in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (!in.readUTF().equals(HEAD)) {
                throw damaged("another version wrote it");
            }
            check(CheckpointFormat.texts(in));
            var content = CheckpointFormat.content(in);
            if (content.epoch() > epochs) {
                throw new IllegalArgumentException(
                        "the checkpoint %s has gone through %d epochs, and here it is to be %d; ask for as many at least, name another folder, or delete it to begin anew"
                                .formatted(file, content.epoch(), epochs));
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + told(e), e);
        }
    }

    private IllegalArgumentException damaged(String why) {
        return new IllegalArgumentException(
                "the checkpoint %s cannot be read: %s; delete it to begin anew, or name another folder"
                        .formatted(file, why));
    }

    private void check(Map<String, String> there) {
        whose.forEach(
                (name, value) -> {
                    var other = there.getOrDefault(name, "nothing");
                    if (!other.equals(value)) {
                        throw new IllegalArgumentException(
                                "the checkpoint %s is of another training: its %s is %s, and here %s; name another folder, or delete it to begin anew"
                                        .formatted(file, name, other, value));
                    }
                });
    }

    /** Writes it, in place of the one before. */
    void write(Content content) {
        try {
            WholeFile.makeFolder(file);
            WholeFile.write(
                    file,
                    plain -> {
                        var sum = new CheckedOutputStream(plain, new CRC32());
                        var out = new DataOutputStream(new BufferedOutputStream(sum));
                        out.writeUTF(HEAD);
                        CheckpointFormat.write(whose, out);
                        CheckpointFormat.write(content, out);
                        out.flush();
                        out.writeLong(sum.getChecksum().getValue());
                        out.flush();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the checkpoint of epoch %d: %s; %s"
                            .formatted(
                                    content.epoch(),
                                    told(e),
                                    content.epoch() == 0
                                            ? "name a folder that takes files, with room for three times the weights"
                                            : "make room, and train again: it goes on behind epoch "
                                                    + (content.epoch() - 1)),
                    e);
        }
    }

    /** Takes it away: the training has gone to its end. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the checkpoint " + told(e), e);
        }
    }

    private String told(IOException e) {
        return e instanceof FileSystemException refused && refused.getReason() != null
                ? file + ": " + refused.getReason()
                : file + ": " + e.getMessage();
    }
}
