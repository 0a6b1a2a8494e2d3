package himalia.table;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Real data sets for learning, carried by the library, so that a notebook runs wherever it is opened.
 *
 * <pre>{@code
 * Path file = Datasets.save("bc_imbalanced", Path.of("out"));
 * }</pre>
 *
 * <p>{@code bc_imbalanced} and {@code breast_cancer} are cut from Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning
 * Repository, CC BY 4.0; {@code digits} are of Optical Recognition of Handwritten Digits, of the same, CC BY 4.0; {@code birdstrikes} are of the US Federal Aviation Administration, {@code flights} of the US Department of Transportation, both in the
 * public domain. The README beside the resources tells more.
 */
public final class Datasets {
    private static final List<String> NAMES =
            List.of("bc_imbalanced", "birdstrikes", "breast_cancer", "digits", "flights");

    private Datasets() {}

    /** Returns the names of the data sets. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Writes a data set as a CSV file into a folder, which is made if need be; a file of that name is replaced.
     *
     * @return the file
     * @throws IllegalArgumentException if there is no data set of this name
     */
    public static Path save(String name, Path folder) throws IOException {
        given(name, "name");
        given(folder, "folder");
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "no data set '" + name + "'; there are: " + String.join(", ", NAMES));
        }
        var target = folder.resolve(name + ".csv");
        WholeFile.makeFolder(target);
        try (var source = Datasets.class.getResourceAsStream("data/" + name + ".csv")) {
            if (source == null) {
                throw new IOException("the library's jar lacks data/" + name + ".csv");
            }
            WholeFile.write(target, source::transferTo);
            return target;
        }
    }
}
