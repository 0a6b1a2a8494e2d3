package himalia.magics.evaluation;

import himalia.display.bundle.Listed;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Model;
import picocli.CommandLine.Option;

/** What of a model is explained, in the options of a line. */
final class ExplainedPart {
    private static final int SHOWN = 12;

    @Option(
            names = "--feature",
            paramLabel = "COLUMN",
            description = "The column along which pdp and ice are drawn.")
    @ValuesFrom(TableColumns.class)
    private String feature = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description =
                    "The class that pdp, ice and shap tell of. Default: the second of two; of more, the first, and pdp tells of all.")
    private String output = "";

    String feature() {
        return feature;
    }

    /** Returns the class; empty where none is named. */
    String output() {
        return output;
    }

    /** Returns how Java chooses the class. */
    String java(JavaText java) {
        return output.isEmpty() ? "" : ".of(" + java.list(output) + ")";
    }

    void check(ExplainedBy what, Model model) {
        if (what.takesFeature() && feature.isEmpty()) {
            throw new MagicException(
                    "%%explain: --what %s is drawn along one column; name it, as in --feature %s. The model reads: %s"
                            .formatted(
                                    what,
                                    model.schema().featureNames().get(0),
                                    Listed.of(model.schema().featureNames(), SHOWN)));
        }
        if (!what.takesFeature() && !feature.isEmpty()) {
            throw new MagicException(
                    "%%explain: --feature %s is for --what pdp and --what ice, and %s tells of all columns; leave one of them out"
                            .formatted(feature, what));
        }
        if (!output.isEmpty() && !what.takesFeature() && what != ExplainedBy.SHAP) {
            throw new MagicException(
                    "%%explain: --class %s is for --what pdp, ice and shap, and %s tells of all classes; leave one of them out"
                            .formatted(output, what));
        }
    }
}
