package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the worker loads: the toolkit that draws costs time and memory, and most cells draw nothing. */
@Tag("kernel")
@Timeout(120)
class LoadedClassesTest {
    @TempDir private Path folder;

    @Test
    void aWorkerThatShowsANumberAndATableLoadsNothingThatDraws() throws IOException {
        var log = folder.resolve("loaded.txt");
        var variables = Map.of("HIMALIA_JVM_OPTIONS", "-Xlog:class+load:file=" + log);
        try (var kernel = LiveKernel.in(folder, variables)) {
            assertThat(kernel.value("1 + 1")).isEqualTo("2");
            var table =
                    kernel.run(
                            "record Row(int number, String word) {}\n"
                                    + "List.of(new Row(1, \"one\"), new Row(2, \"two\"))");
            assertThat(table.value()).containsKey("text/html");
            assertThat(drawing(log)).isEmpty();

            kernel.value("new java.awt.Point(1, 2)");
            assertThat(drawing(log)).contains("java.awt.Point");
        }
    }

    private static List<String> drawing(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "").split(" ")[0])
                    .filter(
                            name ->
                                    name.startsWith("java.awt.")
                                            || name.startsWith("org.knowm.xchart."))
                    .toList();
        }
    }
}
