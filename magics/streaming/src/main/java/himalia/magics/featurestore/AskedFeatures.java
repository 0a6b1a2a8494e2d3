package himalia.magics.featurestore;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.ValuesFrom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** The rows that ask, and the features that they ask for. */
final class AskedFeatures {
    @Parameters(
            index = "0",
            paramLabel = "ROWS",
            description = "A table with keys, and for the history a time for each row.")
    private @Nullable Table rows;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FEATURE",
            description = "Features as view:feature, or services.")
    @ValuesFrom(FeatureNames.class)
    private List<String> features = List.of();

    Table rows() {
        return Objects.requireNonNull(rows);
    }

    String[] names() {
        return features.toArray(String[]::new);
    }

    /** Writes them as arguments. */
    String java(JavaText java) {
        return Words.texts(java, features);
    }
}
