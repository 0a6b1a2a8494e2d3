package himalia.magics.streaming;

import himalia.magics.spi.MagicException;
import himalia.streaming.StreamLook;
import picocli.CommandLine.Option;

/** What of a stream is shown, in the options of a line. */
final class LookWords {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the latest rows are shown. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            defaultValue = "",
            description = "What stands below the line of --y. Default: how many rows came before.")
    private String x = "";

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            defaultValue = "",
            description = "Draws a line of these values above the rows, as they come.")
    private String y = "";

    StreamLook look() {
        if (rows < 1) {
            throw new MagicException("--rows must be at least 1, got " + rows);
        }
        if (y.isEmpty() && !x.isEmpty()) {
            throw new MagicException("--x is what stands below a line; --y says of what that is");
        }
        return new StreamLook(rows, x, y);
    }
}
