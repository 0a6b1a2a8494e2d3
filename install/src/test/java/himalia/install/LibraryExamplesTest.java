package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's Javadoc is what a reader pastes from: each public type has an example, and each example is Java. */
class LibraryExamplesTest {
    /** What a reader of the library imports besides it. */
    private static final List<String> OTHERS =
            List.of(
                    "java.nio.file",
                    "java.time",
                    "java.util",
                    "tech.tablesaw.api",
                    "himalia.display.chart");

    @Test
    void everyPublicTypeSaysWhatItIsAndShowsIt() throws IOException {
        var without = new ArrayList<String>();
        for (var type : library()) {
            var javadoc = type.javadoc();
            if (javadoc.isEmpty() || javadoc.startsWith("@") || javadoc.startsWith("<")) {
                without.add(type.fullName() + ": its Javadoc begins with no sentence");
            } else if (type.code().isEmpty()) {
                without.add(type.fullName() + ": no example in <pre>{@code ...}</pre>");
            }
        }
        assertThat(without)
                .as("public types to show by an example, or to make package-private")
                .isEmpty();
    }

    @Test
    void everyExampleCompiles(@TempDir Path folder) throws IOException {
        var types = library();
        var packages =
                Stream.concat(types.stream().map(Examples::packageName), OTHERS.stream())
                        .distinct()
                        .toList();
        var sources = new ArrayList<ExampleSource>();
        for (var type : types) {
            for (int i = 0; i < type.code().size(); i++) {
                sources.add(new ExampleSource(type, i, packages));
            }
        }
        assertThat(ExampleSource.errors(sources, folder))
                .as("examples that do not compile")
                .isEmpty();
    }

    private static List<Examples> library() throws IOException {
        var library = Sources.root().resolve("library");
        return Examples.of(
                Sources.main().stream()
                        .filter(file -> file.startsWith(library))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .toList());
    }
}
