package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader pastes the blocks of the guide to models into cells, so each of them is Java. */
class GuideExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)\\n```", Pattern.DOTALL);

    /** A line at the margin that ends with a call, and is followed by another one there. */
    private static final Pattern OPEN =
            Pattern.compile("(?m)^(\\S(?:[^/\\n]|/(?!/))*\\))(?:\\s*//.*)?\\n(?=\\S)");

    private static final List<String> PACKAGES =
            List.of(
                    "himalia.evaluation",
                    "himalia.features",
                    "himalia.model",
                    "himalia.sampling",
                    "himalia.storage",
                    "himalia.table",
                    "himalia.training",
                    "java.nio.file",
                    "java.util",
                    "tech.tablesaw.api");

    /** Behind an expression without its semicolon nothing may follow in a cell. */
    @Test
    void everyBlockMayBePastedIntoOneCell() throws IOException {
        var guide = Files.readString(Sources.root().resolve("docs/guide/models.md"));
        var open =
                BLOCK.matcher(guide)
                        .results()
                        .flatMap(found -> OPEN.matcher(found.group(1)).results())
                        .map(found -> found.group(1))
                        .toList();
        assertThat(open).as("lines that want a semicolon before what follows").isEmpty();
    }

    @Test
    void everyBlockOfModelsCompiles(@TempDir Path folder) throws IOException {
        var guide = Files.readString(Sources.root().resolve("docs/guide/models.md"));
        var blocks =
                BLOCK.matcher(guide)
                        .results()
                        .map(found -> "<pre>{@code\n" + found.group(1) + "\n}</pre>")
                        .collect(Collectors.joining("\n"));
        // The notebook of the examples has what the blocks before it made.
        var page =
                new Examples(
                        "himalia.model",
                        "Model",
                        blocks.replace("split.test()", "test").replace("split.train()", "train"));
        var sources =
                Stream.iterate(0, i -> i < page.code().size(), i -> i + 1)
                        .map(i -> new ExampleSource(page, i, PACKAGES))
                        .toList();
        assertThat(sources).hasSizeGreaterThan(4);
        assertThat(ExampleSource.errors(sources, folder))
                .as("blocks of docs/guide/models.md that do not compile")
                .isEmpty();
    }
}
