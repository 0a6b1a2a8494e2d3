package himalia.parallel;

import himalia.display.bundle.WholeFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far a training is, whole or not at all: in memory, and in a file where one is named.
 *
 * @param done how many epochs or rounds are in it
 * @param losses the loss of each, where there is one
 * @param state weights and steps, or trees
 */
record Checkpoint(int done, float[] losses, byte[] state) {
    private static final System.Logger LOG = System.getLogger("himalia.parallel");

    private static final int MAGIC = 0x48694370;

    /** Returns what tells one training from another: its settings and its rows. */
    static String fingerprint(String settings, byte[] task) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(settings.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(task));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /**
     * Writes it in place of the one before.
     *
     * @throws IllegalStateException if it cannot be written; the one before is still there
     */
    void write(String file, String fingerprint) {
        if (file.isEmpty()) {
            return;
        }
        try {
            WholeFile.writeSynced(
                    Path.of(file),
                    out ->
                            out.write(
                                    WireFormat.bytes(
                                            data -> {
                                                data.writeInt(MAGIC);
                                                data.writeUTF(fingerprint);
                                                data.writeInt(done);
                                                WireFormat.write(data, losses);
                                                WireFormat.write(data, state);
                                            })));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the checkpoint '%s' cannot be written (%s); make room, or name another file; the one before is left as it was"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Reads the one that a training has left; the start where there is none.
     *
     * @throws IllegalArgumentException if it is another training's, or none
     */
    Checkpoint orRead(String file, String fingerprint) {
        if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
            return this;
        }
        try (var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no checkpoint");
            }
            if (!in.readUTF().equals(fingerprint)) {
                throw new IllegalArgumentException(
                        "the checkpoint '%s' is of a training with other settings or rows; delete it, or name another file"
                                .formatted(file));
            }
            return new Checkpoint(
                    in.readInt(), WireFormat.readFloats(in), WireFormat.readBytes(in));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the checkpoint '%s' cannot be read (%s); name another file"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Deletes the file when the training is complete; a file that stays costs nobody the model, which it holds too. */
    static void delete(String file) {
        if (!file.isEmpty()) {
            try {
                if (Files.isRegularFile(Path.of(file))) {
                    Files.delete(Path.of(file));
                }
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the checkpoint ''{0}'' cannot be deleted ({1}); delete it, or the same"
                                + " training gives the same model at once",
                        file,
                        e.getMessage());
            }
        }
    }
}
