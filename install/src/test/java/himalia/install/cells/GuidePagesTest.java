package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader goes through a page of the guide from above, so its code runs so: blocks, and the recipes at the right of tables. */
@Tag("kernel")
@Timeout(240)
class GuidePagesTest {
    /** A block, or a line of a table whose left side is code, too. */
    private static final Pattern CODE =
            Pattern.compile(
                    "(?m)^```java\\n(?<block>(?s:.*?))\\n```$|^\\| `.* \\| (?<recipes>`[^|]*`) \\|$");

    private static final Pattern RECIPE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from-python",
                "storage",
                "sql",
                "sampling",
                "evaluation",
                "runs",
                "serving"
            })
    void everythingOnThePageRuns(String name, @TempDir Path folder) throws IOException {
        var page = Files.readString(Sources.root().resolve("docs/guide/" + name + ".md"));
        var cells = cells(page);
        assertThat(cells).hasSizeGreaterThan(4);
        var failures = new ArrayList<String>();
        try (var kernel = LiveKernel.in(folder)) {
            for (var cell : cells) {
                var result = kernel.run(cell);
                result.failure().ifPresent(failure -> failures.add(cell + "\n  " + failure));
            }
        }
        assertThat(failures).isEmpty();
    }

    private static List<String> cells(String page) {
        var cells = new ArrayList<String>();
        var found = CODE.matcher(page);
        while (found.find()) {
            if (found.group("block") != null) {
                cells.add(found.group("block"));
            } else {
                RECIPE.matcher(found.group("recipes"))
                        .results()
                        .forEach(r -> cells.add(r.group(1)));
            }
        }
        return cells;
    }
}
