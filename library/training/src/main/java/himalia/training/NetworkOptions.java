package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Visible;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How a network learns, whatever it is made of.
 *
 * <pre>{@code
 * var options = new NetworkOptions(200, 42).rate(0.01).batch(64).patience(10);
 * var kept = options.checkpoints(Path.of("checkpoints"));    // goes on there when it was cut off
 * }</pre>
 *
 * <p>Steps are Adam's. With patience, a tenth of the rows, of which there must be 20, is set aside, and training ends when the loss on them has not fallen for that
 * many epochs; the best epoch's weights are kept. An interrupt after the first epoch gives the model of the best one so far, or of the last without patience.
 *
 * @param epochs how many times it sees every row, at most
 * @param rate how far each step goes
 * @param batch how many rows are seen between two steps
 * @param patience how many epochs without progress it bears, or 0 to go through all epochs
 * @param checkpoints the folder where each epoch is kept, see {@link #checkpoints(Path)}; empty for none
 * @param seed makes two runs agree
 */
public record NetworkOptions(
        int epochs, double rate, int batch, int patience, String checkpoints, long seed) {
    public NetworkOptions {
        Checks.atLeast("epochs", epochs, 1);
        Checks.above("rate", rate, 0);
        Checks.atLeast("batch", batch, 1);
        Checks.atLeast("patience", patience, 0);
        checkpoints = path(given(checkpoints, "checkpoints"));
    }

    /** Sees 32 rows a step at rate 0.001, goes through all epochs, and keeps no checkpoint. */
    public NetworkOptions(int epochs, long seed) {
        this(epochs, 0.001, 32, 0, "", seed);
    }

    /** Returns the same, with steps that go so far. */
    public NetworkOptions rate(double other) {
        return new NetworkOptions(epochs, other, batch, patience, checkpoints, seed);
    }

    /** Returns the same, with so many rows between two steps. */
    public NetworkOptions batch(int rows) {
        return new NetworkOptions(epochs, rate, rows, patience, checkpoints, seed);
    }

    /** Returns the same, ending after so many epochs without progress. */
    public NetworkOptions patience(int most) {
        return new NetworkOptions(epochs, rate, batch, most, checkpoints, seed);
    }

    /**
     * Returns the same, keeping each epoch in a folder: weights, the best ones, and Adam's moments, in one file that is replaced once the next one is whole.
     *
     * <p>The same training on the same rows goes on from there, and ends with the model that it would have had, bit for bit on the same machine; it may be told of more
     * epochs than before. Each training has a file of its own: one of other settings, layers or rows begins anew beside it. Of a block's code the layers are seen, with names, shapes and what is
     * frozen, and neither what a lambda computes nor settings without a shape, such as a rate of drop-outs: who changes only those deletes the file. A training that has gone to its end takes its file away; one that was interrupted leaves it,
     * and what nobody goes on from is the user's to delete. Two of the same training at the same time take two folders.
     *
     * <p>They are of one training: a fold, a trial of a search and a member of an ensemble are refused. A model does not tell the folder: it is where
     * a training was kept, and no setting.
     *
     * @throws IllegalArgumentException if the folder is of another file system, such as an archive
     */
    public NetworkOptions checkpoints(Path folder) {
        if (!given(folder, "folder").getFileSystem().equals(FileSystems.getDefault())) {
            throw new IllegalArgumentException(
                    "checkpoints are kept in a folder of this machine, and %s lies in another file system; give a path by Path.of"
                            .formatted(folder));
        }
        // The path without a name is the folder where this runs, and no text at all means none.
        var text = folder.toString().isEmpty() ? "." : folder.toString();
        return new NetworkOptions(epochs, rate, batch, patience, text, seed);
    }

    private static String path(String text) {
        try {
            return Path.of(text).toString();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "checkpoints must name a folder, got '%s': %s"
                            .formatted(Visible.line(text), e.getReason()),
                    e);
        }
    }

    /** Returns the same without a folder, as models and files tell it. */
    NetworkOptions withoutCheckpoints() {
        return new NetworkOptions(epochs, rate, batch, patience, "", seed);
    }

    /** Says what is asked, for the run log. */
    @Override
    public String toString() {
        return "[epochs=%d, rate=%s, batch=%d, patience=%d%s, seed=%d]"
                .formatted(
                        epochs,
                        rate,
                        batch,
                        patience,
                        checkpoints.isEmpty() ? "" : ", checkpoints=" + checkpoints,
                        seed);
    }
}
