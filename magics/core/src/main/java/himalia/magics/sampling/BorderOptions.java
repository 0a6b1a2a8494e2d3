package himalia.magics.sampling;

import picocli.CommandLine.Option;

/** What methods ask that begin at rows near the border. */
final class BorderOptions {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--border",
            defaultValue = "10",
            description =
                    "Nearest rows that say whether a row is at the border. Default: ${DEFAULT-VALUE}.")
    private int border;

    int neighbours() {
        return neighbours;
    }

    int border() {
        return border;
    }
}
