package himalia.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import himalia.install.runner.Differences;
import himalia.install.runner.HeadlessRun;
import himalia.install.runner.ProtocolKernel;
import himalia.install.runner.RunProgress;
import himalia.install.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every notebook of the course, on the real kernel; the executed copies and their pages are left in the build folder. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("kernel")
@Tag("once")
class NotebooksTest {
    private static final Duration LONGEST_CELL = Duration.ofMinutes(3);

    @TestFactory
    Stream<DynamicTest> everyNotebookHolds() throws IOException {
        return Course.notebooks().stream()
                .map(file -> dynamicTest(file.toString(), () -> run(file)));
    }

    private static void run(Path file) throws IOException {
        var kernel =
                new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running()).words();
        var runner = new Runner(LONGEST_CELL, false, RunProgress.silent());
        var target = Path.of("target", "published").resolve(file).getParent();
        var saved = NotebookFile.read(file);
        // A kernel works in its notebook's folder, and what a notebook writes there is not the
        // course's.
        var copy = Path.of("target", "run").resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);

        var result =
                new HeadlessRun(folder -> ProtocolKernel.start(kernel, folder), runner)
                        .run(copy.toAbsolutePath(), Map.of(), target);

        assertThat(result.failed())
                .extracting(
                        failed ->
                                failed.number()
                                        + " "
                                        + failed.what()
                                        + ": "
                                        + failed.cell().outputs())
                .isEmpty();
        if (Course.keepsOutputs(file)) {
            // Where this differs for a good reason, run it once more and keep what came of it.
            assertThat(Differences.between(saved, result.notebook())).isEmpty();
            assertThat(kinds(result.notebook())).isEqualTo(kinds(saved));
        }
    }

    /** What each cell shows, told by kind: also of cells whose words vary from run to run. */
    private static List<String> kinds(NotebookFile notebook) {
        return notebook.codeCells().stream()
                .map(cell -> cell.id() + " " + cell.count().orElse(0) + " " + kinds(cell))
                .toList();
    }

    private static List<String> kinds(NotebookCell cell) {
        return Differences.lasting(cell).stream().map(NotebooksTest::kind).toList();
    }

    private static String kind(JsonObject output) {
        var type = output.get("output_type").getAsString();
        return output.has("data")
                ? type + new TreeSet<>(output.getAsJsonObject("data").keySet())
                : type;
    }
}
