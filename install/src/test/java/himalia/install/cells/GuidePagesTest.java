package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader goes through a page of the guide from above, so its code runs so: blocks, and the recipes of its tables. */
@Tag("once")
@Tag("kernel")
@Timeout(240)
class GuidePagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "charts",
                "tables",
                "widgets",
                "models",
                "notebook",
                "from-pandas",
                "from-python",
                "storage",
                "sql",
                "streaming",
                "sampling",
                "augmentation",
                "samples",
                "imbalance",
                "leakage",
                "features",
                "evaluation",
                "explanations",
                "online-learning",
                "objectives",
                "search",
                "transfer",
                "parallel-training",
                "runs",
                "serving",
                "feature-store"
            })
    void everythingOnThePageRuns(String name, @TempDir Path folder) throws IOException {
        var page = Files.readString(Sources.root().resolve("docs/guide/" + name + ".md"));
        var failures = new ArrayList<String>();
        int run = 0;
        try (var kernel = LiveKernel.in(folder)) {
            for (var code : GuideCode.of(page)) {
                run++;
                kernel.run(code.text())
                        .failure()
                        .ifPresent(failure -> failures.add(code.text() + "\n  " + failure));
            }
        }
        assertThat(run).isGreaterThan(1);
        assertThat(failures).isEmpty();
    }
}
