package himalia.training;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.WholeFile;
import himalia.training.Epochs.State;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The file that a training goes on from. It is written whole or not at all, and is of one training: that of the same settings, block and rows, whose hash is in its name.
 *
 * @param engine what computes, with its version
 * @param whose the settings by name, and what the block and the rows are, as texts
 */
record NetworkCheckpoint(Path file, String engine, Map<String, String> whose) {
    private static final System.Logger LOG = System.getLogger("himalia.training");

    private static final String HEAD = "himalia-checkpoint 1";

    private static final int PIECE = 1 << 16;

    /** How much of a long text a message has, and how much of that is before the first difference. */
    private static final int TOLD = 80;

    private static final int TOLD_BEFORE = 20;

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

    /** Names a file that no other training in the folder has. */
    static NetworkCheckpoint in(
            String folder, String name, String engine, Map<String, String> whose) {
        var file = "%s-%s.checkpoint".formatted(name, BlockFingerprint.hash(whose));
        return new NetworkCheckpoint(Path.of(folder).resolve(file), engine, whose);
    }

    /**
     * Reads it, where there is one.
     *
     * @param epochs how many are asked for
     * @throws IllegalArgumentException if it is of another training or engine, has more epochs, or is damaged
     */
    Optional<Content> read(int epochs) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            // First: of a damaged file any length may be asked for.
            if (!isWhole()) {
                throw damaged("it is not what was written");
            }
            try (var in = opened()) {
                if (!CheckpointFormat.text(in).equals(HEAD)) {
                    throw damaged("another version wrote it");
                }
                check(CheckpointFormat.text(in));
                check(CheckpointFormat.texts(in));
                var content = CheckpointFormat.content(in);
                if (content.epoch() > epochs) {
                    throw new IllegalArgumentException(
                            "the checkpoint %s has gone through %d epochs, and here it is to be %d; ask for as many at least, name another folder, or delete it to begin anew"
                                    .formatted(file, content.epoch(), epochs));
                }
                return Optional.of(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint " + told(e), e);
        }
    }

    private DataInputStream opened() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** Piece after piece: no array takes the weights and moments of a large network. */
    private boolean isWhole() throws IOException {
        long left = Files.size(file) - Long.BYTES;
        var sum = new CRC32();
        var piece = new byte[PIECE];
        try (var in = opened()) {
            while (left > 0) {
                int read = in.read(piece, 0, (int) Math.min(left, piece.length));
                if (read < 0) {
                    return false;
                }
                sum.update(piece, 0, read);
                left -= read;
            }
            return left == 0 && in.readLong() == sum.getValue();
        }
    }

    private IllegalArgumentException damaged(String why) {
        return new IllegalArgumentException(
                "the checkpoint %s cannot be read: %s; delete it to begin anew, or name another folder"
                        .formatted(file, why));
    }

    private void check(String by) {
        if (!by.equals(engine)) {
            throw new IllegalArgumentException(
                    "the checkpoint %s was written with %s, and here is %s, which would end with other weights; go on with that one, name another folder, or delete it to begin anew"
                            .formatted(file, by, engine));
        }
    }

    private void check(Map<String, String> there) {
        whose.forEach(
                (name, value) -> {
                    var other = there.getOrDefault(name, "nothing");
                    if (!other.equals(value)) {
                        throw new IllegalArgumentException(
                                "the checkpoint %s is of another training: its %s is %s, and here %s; name another folder, or delete it to begin anew"
                                        .formatted(
                                                file, name, cut(other, value), cut(value, other)));
                    }
                });
    }

    /** Cuts a long text to the place where it first differs from another one. */
    private static String cut(String text, String other) {
        int same = 0;
        while (same < Math.min(text.length(), other.length())
                && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int start = text.length() <= TOLD ? 0 : Math.max(0, same - TOLD_BEFORE);
        int end = Math.min(text.length(), start + TOLD);
        return (start > 0 ? "…" : "")
                + text.substring(start, end)
                + (end < text.length() ? "…" : "");
    }

    /** Writes it, in place of the one before. */
    void write(Content content) {
        try {
            WholeFile.makeFolder(file);
            WholeFile.writeSynced(
                    file,
                    plain -> {
                        var sum = new CheckedOutputStream(plain, new CRC32());
                        var out = new DataOutputStream(new BufferedOutputStream(sum, PIECE));
                        CheckpointFormat.write(HEAD, out);
                        CheckpointFormat.write(engine, out);
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
                                            // Last, best and two moments, and the file before
                                            // beside them.
                                            ? "name a folder that takes files, with room for eight times the weights"
                                            : "make room, and train again: it goes on behind epoch "
                                                    + (content.epoch() - 1)),
                    e);
        }
    }

    /** Takes it away: the training has gone to its end. A file that stays costs nobody the model. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            var words =
                    "cannot delete the checkpoint %s; delete it, or the same training gives the same model at once"
                            .formatted(told(e));
            if (Display.isWatched()) {
                Display.display(MimeBundle.plain(words));
            } else {
                LOG.log(System.Logger.Level.WARNING, words);
            }
        }
    }

    private String told(IOException e) {
        if (e instanceof FileSystemException refused) {
            var reason = refused.getReason();
            return file + ": " + (reason == null ? e.getClass().getSimpleName() : reason);
        }
        return file + ": " + e.getMessage();
    }
}
