package himalia.magics.training;

import himalia.training.NetworkOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a network learns, whatever it is made of. */
final class NetworkWords {
    @Option(
            names = "--epochs",
            defaultValue = "30",
            description = "How often every row is seen. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--rate",
            defaultValue = "0.001",
            description = "How far each step goes. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--batch",
            defaultValue = "32",
            description = "Rows between two steps. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--patience",
            defaultValue = "0",
            description =
                    "Epochs without progress before it stops; sets a tenth of the rows aside."
                            + " Default: goes through all epochs.")
    private int patience;

    @Option(
            names = "--checkpoints",
            paramLabel = "FOLDER",
            description =
                    "Keeps each epoch here, and goes on from there where it was cut off. Default:"
                            + " keeps none.")
    private @Nullable Path checkpoints;

    /** Returns them, with the folder looked for where the notebook is. */
    NetworkOptions options(long seed, Path folder) {
        var options = new NetworkOptions(epochs, seed).rate(rate).batch(batch).patience(patience);
        return checkpoints == null ? options : options.checkpoints(folder.resolve(checkpoints));
    }

    /** Returns the settings to search. */
    static String space() {
        return "options.epochs=int(10, 100), options.rate=log(1e-4, 0.1),"
                + " options.batch=choice(16, 32, 64, 128)";
    }
}
