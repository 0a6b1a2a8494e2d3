package himalia.magics.training;

import java.util.List;
import picocli.CommandLine.Option;

/** What a picture is, and what looks at it, in the options of a line. */
final class PictureWords {
    @Option(
            names = "--shape",
            split = "x",
            required = true,
            paramLabel = "LENGTH",
            description = "Channels, height and width of a picture, whose pixels are the columns.")
    private List<Integer> shape = List.of();

    @Option(
            names = "--filters",
            split = ",",
            paramLabel = "COUNT",
            defaultValue = "16,32",
            description =
                    "Filters of each convolution; height and width are halved behind it. Default: ${DEFAULT-VALUE}.")
    private List<Integer> filters = List.of();

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            defaultValue = "64",
            description =
                    "Units of each dense layer behind the convolutions. Default: ${DEFAULT-VALUE}.")
    private List<Integer> hidden = List.of();

    List<Integer> shape() {
        return shape;
    }

    List<Integer> filters() {
        return filters;
    }

    List<Integer> hidden() {
        return hidden;
    }
}
